import { expect, test } from "@playwright/test";
import { SYSTEM } from "./system/system.ts";

test("the first visitor makes an account, asks, watches the answer stream in, and connects a real provider", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-up/);
  await expect(page.getByText("It becomes the administrator")).toBeVisible();
  await page.getByLabel("Email").fill(SYSTEM.admin.email);
  await page.getByRole("textbox", { name: "Password" }).fill(SYSTEM.admin.password);
  await page.getByRole("button", { name: "Create account" }).click();

  const composer = page.getByRole("textbox", { name: "Message" });
  await composer.fill("What can you do?");
  await composer.press("Enter");
  const answer = page.getByRole("article", { name: "Answer" });
  await expect(answer).toContainText(/demo/i);
  await expect(answer).toHaveAttribute("aria-busy", "false", { timeout: 30_000 });
  await expect(page).toHaveURL(/\/c\/[0-9a-f-]{36}$/);

  await page.goto("/settings/connections");
  await page.getByText("Other server").click();
  await page.getByLabel("Address").fill("http://127.0.0.1:9/v1");
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  await expect(page.getByText(/nothing answers/i)).toBeVisible();
  await page.getByLabel("Address").fill(SYSTEM.simulatorUrl);
  await page.getByLabel("API key").fill("a-wrong-key");
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  await expect(page.getByText(/rejects this key/i)).toBeVisible();
  await page.getByLabel("API key").fill(SYSTEM.simulatorKey);
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  await expect(page.getByText(/is connected/)).toBeVisible();
  await expect(page.getByText("sim-echo").first()).toBeVisible();
});
