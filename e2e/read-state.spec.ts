import { ConversationPage } from "./conversation-page.ts";
import { expect, signIn, test } from "./person.ts";
import { SYSTEM } from "./system/system.ts";

test("an answer that ended unseen has a dot, everywhere, until somebody looks", async ({ page, browser, person }) => {
  const chat = new ConversationPage(page);
  await chat.openWith("sim-slow");
  const list = page.getByRole("navigation", { name: "Conversations" });
  const unread = list.getByText("An answer that you have not seen");
  await chat.choose("sim-short");
  await chat.ask("Seen while it is written");
  await chat.waitForEnd();
  await expect(list.getByText("Simulated title")).toBeVisible();
  await expect(unread).toHaveCount(0);

  await chat.choose("sim-slow");
  await chat.ask("Ends while nobody looks");
  await page.getByRole("link", { name: "New chat" }).click();
  await expect(page).toHaveURL(/\/$/);
  await expect(unread).toHaveCount(1, { timeout: 20_000 });

  const elsewhere = await browser.newContext({ baseURL: SYSTEM.url });
  await signIn(elsewhere.request, person);
  const other = await elsewhere.newPage();
  await other.goto("/");
  const otherList = other.getByRole("navigation", { name: "Conversations" });
  await expect(otherList.getByText("An answer that you have not seen")).toHaveCount(1);
  await otherList.getByText("Simulated title").click();
  await expect(other).toHaveURL(/\/c\//);
  await expect(unread).toHaveCount(0);
  await elsewhere.close();
});

test("a conversation that is deleted elsewhere is left calmly", async ({ page, context }) => {
  const chat = new ConversationPage(page);
  await chat.openWith("sim-short");
  await chat.ask("Soon gone");
  await chat.waitForEnd();
  const second = await context.newPage();
  await second.goto(page.url());
  const list = page.getByRole("navigation", { name: "Conversations" });
  await list.getByText("Simulated title").hover();
  await list.getByRole("button", { name: /Options for/ }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(second).toHaveURL(/\/$/);
  await expect(second.getByText("This conversation was deleted.")).toBeVisible();
});
