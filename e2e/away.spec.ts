import { ConversationPage } from "./conversation-page.ts";
import { expect, test } from "./person.ts";

test("without a connection the dot of a running answer rests, and lives again with it", async ({ page, context }) => {
  const chat = new ConversationPage(page);
  await chat.openWith("sim-slow");
  await chat.ask("How long does it run?");
  const running = page.getByRole("navigation", { name: "Conversations" }).getByText("An answer is being written");
  const dot = running.locator("xpath=preceding-sibling::span");
  await expect(dot).not.toHaveCSS("animation-name", "none");
  await context.setOffline(true);
  await expect(dot).toHaveCSS("animation-name", "none");
  await context.setOffline(false);
  await expect(dot).not.toHaveCSS("animation-name", "none");
});

test("without a connection no other answer is asked for, and the page says why", async ({ page, context }) => {
  const chat = new ConversationPage(page);
  await chat.openWith("sim-slow");
  await chat.ask("Will be stopped");
  await expect(chat.answers.last()).toContainText(/\w+ \w+/);
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  const goOn = chat.answers.last().getByRole("button", { name: "Continue" });
  await expect(goOn).toBeEnabled();
  await context.setOffline(true);
  await expect(chat.answers.last().getByText("This needs the connection.")).toBeVisible();
  const again = chat.answers.last().getByRole("button", { name: "Answer again" });
  for (const button of [goOn, again]) {
    await expect(button).toBeDisabled();
    await button.click({ force: true });
  }
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(chat.answers.last()).toHaveAttribute("aria-busy", "false");
  await context.setOffline(false);
  await expect(chat.answers.last().getByText("This needs the connection.")).toHaveCount(0);
  await goOn.click();
  await expect(chat.answers.last()).toHaveAttribute("aria-busy", "true");
});
