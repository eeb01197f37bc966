import { ConversationPage } from "./conversation-page.ts";
import { expect, test } from "./person.ts";

test("a conversation gets a title, can be renamed, deleted and brought back, in every tab", async ({
  page,
  context,
}) => {
  const chat = new ConversationPage(page);
  await chat.openWith("sim-short");
  await chat.ask("Which rivers flow through Berlin?");
  await chat.waitForEnd();
  const list = page.getByRole("navigation", { name: "Conversations" });
  await expect(list.getByText("Simulated title")).toBeVisible();
  const second = await context.newPage();
  await second.goto("/");
  const secondList = second.getByRole("navigation", { name: "Conversations" });

  await list.getByText("Simulated title").hover();
  await list.getByRole("button", { name: /Options for/ }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  const field = page.getByRole("textbox", { name: "Title of the conversation" });
  await field.fill("Rivers");
  await field.press("Enter");
  await expect(list.getByText("Rivers")).toBeVisible();
  await expect(secondList.getByText("Rivers")).toBeVisible();

  await list.getByText("Rivers").hover();
  await list.getByRole("button", { name: /Options for/ }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(secondList.getByText("Rivers")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(list.getByText("Rivers")).toBeVisible();
  await expect(secondList.getByText("Rivers")).toBeVisible();
});

test("everything can be done from the keyboard", async ({ page }) => {
  const chat = new ConversationPage(page);
  await chat.openWith("sim-echo");
  await chat.ask("From the keyboard");
  await chat.waitForEnd();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog", { name: "Command palette" })).toBeVisible();
  await page.keyboard.type("New chat");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/$/);
  await chat.composer.blur();
  await page.keyboard.press("/");
  await expect(chat.composer).toBeFocused();
  await chat.composer.blur();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});
