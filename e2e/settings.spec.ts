import { ConversationPage } from "./conversation-page.ts";
import { expect, signIn, test } from "./person.ts";
import { SYSTEM } from "./system/system.ts";

test("ending another session signs that browser out at once, says so there, and loses no draft", async ({
  page,
  person,
  browser,
}) => {
  const other = await browser.newContext({ baseURL: SYSTEM.url });
  await signIn(other.request, person);
  const elsewhere = await other.newPage();
  await elsewhere.goto("/");
  await elsewhere.getByRole("textbox", { name: "Message" }).fill("Half a thought");
  await page.goto("/settings/sessions");
  await page.getByRole("button", { name: "End all others" }).click();
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  expect((await other.request.post("/api/socket-ticket")).status()).toBe(401);
  await expect(elsewhere.getByText("You were signed out. Sign in to go on where you were")).toBeVisible();
  await elsewhere.getByLabel("Email").fill(person.email);
  await elsewhere.getByRole("textbox", { name: "Password" }).fill(person.password);
  await elsewhere.getByRole("button", { name: "Sign in" }).click();
  await expect(elsewhere.getByRole("textbox", { name: "Message" })).toHaveValue("Half a thought");
  await page.reload();
  await expect(page.getByText("This browser")).toBeVisible();
  await other.close();
});

test("the language changes everywhere and stays", async ({ page }) => {
  await page.goto("/settings/appearance");
  const saved = await page.request.post("/api/trpc/settings.update", { data: { language: "de" } });
  expect(saved.status()).toBe(200);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await page.goto("/");
  await expect(page.getByRole("textbox", { name: "Nachricht" })).toBeVisible();
});

test("custom instructions are kept", async ({ page }) => {
  await page.goto("/settings/instructions");
  const field = page.getByRole("textbox", { name: "Custom instructions" });
  await field.fill("Answer like a sailor.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved")).toBeVisible();
  await page.reload();
  await expect(field).toHaveValue("Answer like a sailor.");
});

test("a wrong password is refused without saying what was wrong, and the right one still works", async ({
  browser,
  person,
}) => {
  const context = await browser.newContext({ baseURL: SYSTEM.url });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(person.email);
  await page.getByRole("textbox", { name: "Password" }).fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("The email address or the password is not right.")).toBeVisible();
  await expect(page.getByLabel("Email")).toHaveValue(person.email);
  await page.getByRole("textbox", { name: "Password" }).fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("textbox", { name: "Message" })).toBeVisible();
  await context.close();
});

test("a person without rights sees why, and no administrator's page", async ({ page }) => {
  await page.goto("/settings/invitations");
  await expect(page.getByText("Not for this account")).toBeVisible();
});

test("the picker chooses the model of the next answer", async ({ page }) => {
  const chat = new ConversationPage(page);
  await chat.openWith("sim-short");
  await page.getByRole("button", { name: /^Model:/ }).click();
  await page.getByRole("textbox", { name: "Find a model" }).fill("echo");
  await page.keyboard.press("Enter");
  await chat.ask("Say exactly this");
  await expect(chat.answers.last()).toContainText("Say exactly this");
});
