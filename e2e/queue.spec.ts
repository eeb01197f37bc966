import { ConversationPage } from "./conversation-page.ts";
import { expect, signIn, test } from "./person.ts";
import { SYSTEM } from "./system/system.ts";

test("what is written while an answer streams can be edited and dropped, and outlives a reload", async ({ page }) => {
  const chat = new ConversationPage(page);
  await chat.openWith("sim-silence");
  const queue = page.getByRole("region", { name: "Queued messages" });
  await chat.ask("The first question");
  await chat.choose("sim-short");
  for (const text of ["Waits first", "Waits second", "Never mind"]) {
    await chat.composer.fill(text);
    await chat.composer.press("Enter");
    await expect(queue.getByText(text)).toBeVisible();
    await expect(chat.composer).toHaveValue("");
  }
  await expect(chat.questions).toHaveCount(1);

  const entry = (text: string) => queue.getByRole("listitem").filter({ hasText: text });
  await entry("Never mind").getByRole("button", { name: "Remove from the queue" }).click();
  await expect(queue.getByText("Never mind")).toHaveCount(0);
  await entry("Waits second").getByRole("button", { name: "Edit before it is sent" }).click();
  await expect(chat.composer).toHaveValue("Waits second");
  await chat.composer.fill("Waits second, edited");
  await chat.composer.press("Enter");

  await page.reload();
  await expect(queue.getByRole("listitem")).toHaveText(["Waits first", "Waits second, edited"]);
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await page.getByRole("button", { name: "Send now" }).click();
  await expect(chat.questions).toHaveText([/The first question/, /Waits first/, /Waits second, edited/]);
  await expect(queue).toHaveCount(0);
  await chat.waitForEnd();
  await expect(chat.answers).toHaveCount(3);
});

test("what waits is sent by itself when the answer has ended", async ({ page }) => {
  const chat = new ConversationPage(page);
  await chat.openWith("sim-slow");
  await chat.ask("The first question");
  await chat.composer.fill("Right after it");
  await chat.composer.press("Enter");
  await expect(page.getByText("Queued. Sent when the answer has ended.")).toBeVisible();
  await expect(chat.questions).toHaveText([/The first question/, /Right after it/], { timeout: 20_000 });
  await expect(page.getByRole("region", { name: "Queued messages" })).toHaveCount(0);
});

test("after a stop the queue asks before it goes on", async ({ page }) => {
  const chat = new ConversationPage(page);
  await chat.openWith("sim-slow");
  await chat.ask("Will be stopped");
  await expect(chat.answers.last()).toContainText(/\w+ \w+/);
  await chat.composer.fill("Afterwards");
  await chat.composer.press("Enter");
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(chat.answers.last().getByText("You stopped this answer.")).toBeVisible();
  await expect(chat.questions).toHaveCount(1);
  await page.getByRole("button", { name: "Send now" }).click();
  await expect(chat.questions.last()).toContainText("Afterwards");
  await expect(chat.questions).toHaveCount(2);
});

test("a message written offline is kept, waits in its place, and is sent once", async ({ page, context }) => {
  const chat = new ConversationPage(page);
  await chat.openWith("sim-echo");
  await chat.ask("Online");
  await chat.waitForEnd();
  const second = new ConversationPage(await context.newPage());
  await second.page.goto(page.url());
  await context.setOffline(true);
  await expect(page.getByText("You are offline. What you write is kept.")).toBeVisible();
  await chat.ask("Written offline");
  await expect(page.getByText("Waits for the connection")).toBeVisible();
  await expect(second.questions.last()).toContainText("Written offline");
  await context.setOffline(false);
  await expect(page.getByText("Waits for the connection")).toHaveCount(0);
  await expect(chat.answers.last()).toContainText("Written offline");
  await expect(second.answers.last()).toContainText("Written offline");
  await page.reload();
  await expect(chat.questions).toHaveCount(2);
  await expect(second.questions).toHaveCount(2);
});

test("the first message of a new chat outlives a tab that was closed offline", async ({ page, context }) => {
  const chat = new ConversationPage(page);
  await chat.openWith("sim-echo");
  await expect(chat.composer).toBeFocused();
  await context.setOffline(true);
  await expect(page.getByText("You are offline. What you write is kept.")).toBeVisible();
  await chat.ask("The very first words");
  await expect(page).toHaveURL(/\/c\//);
  const address = page.url();
  await page.close();
  await context.setOffline(false);
  const reopened = new ConversationPage(await context.newPage());
  await reopened.page.goto(address);
  await expect(reopened.answers.last()).toContainText("The very first words");
  await reopened.page.reload();
  await expect(reopened.questions).toHaveCount(1);
  await expect(reopened.answers.last()).toContainText("The very first words");
});

test("a message that is refused comes back into the composer with the reason", async ({ page, context }) => {
  const chat = new ConversationPage(page);
  await chat.openWith("sim-echo");
  await chat.ask("Will be deleted");
  await chat.waitForEnd();
  await context.setOffline(true);
  await expect(page.getByText("You are offline. What you write is kept.")).toBeVisible();
  await chat.ask("Too late");
  const id = page.url().split("/").at(-1);
  const elsewhere = await context.browser()?.newContext({ storageState: await context.storageState() });
  if (!elsewhere) throw new Error("There is no browser.");
  const deleted = await elsewhere.request.post(new URL("/api/trpc/conversations.delete", page.url()).href, {
    data: { id },
  });
  expect(deleted.status(), await deleted.text()).toBe(200);
  await elsewhere.close();
  await context.setOffline(false);
  await expect(page).toHaveURL(/\/$/);
  await expect(chat.composer).toHaveValue("Too late");
});

test("what cannot be fetched offline takes nothing else from the page, and comes when the network is back", async ({
  page,
  context,
}) => {
  const chat = new ConversationPage(page);
  await chat.openWith("sim-short");
  await expect(chat.composer).toBeFocused();
  await context.setOffline(true);
  await expect(page.getByText("You are offline. What you write is kept.")).toBeVisible();
  const picker = page.getByRole("button", { name: /^Model:/ });
  await picker.click();
  await expect(picker).toHaveAttribute("aria-expanded", "false");
  await chat.ask("The first");
  await chat.composer.fill("The second");
  await chat.composer.press("Enter");
  await expect(page.getByRole("region", { name: "Queued messages" }).getByText("The second")).toBeVisible();
  await context.setOffline(false);
  await expect(chat.questions.last()).toContainText("The second");
  await chat.waitForEnd();
  await picker.click();
  await expect(page.getByRole("textbox", { name: "Find a model" })).toBeVisible();
});

test("what two devices queued behind one answer makes one conversation, one after the other", async ({
  page,
  browser,
  person,
}) => {
  test.setTimeout(120_000);
  const elsewhere = await browser.newContext({ baseURL: SYSTEM.url });
  await signIn(elsewhere.request, person);
  const other = new ConversationPage(await elsewhere.newPage());
  // There already when the answer begins, which takes ten seconds and no longer.
  await other.page.goto("/");
  const chat = new ConversationPage(page);
  await chat.openWith("sim-slow");
  await chat.ask("The first question");
  await expect(page).toHaveURL(/\/c\//);
  await other.page.goto(page.url());
  for (const [device, words] of [
    [other, "From the other device"],
    [chat, "From the device that asked"],
  ] as const) {
    await device.composer.fill(words);
    await device.composer.press("Enter");
    await expect(device.page.getByText("Queued. Sent when the answer has ended.")).toBeVisible();
  }
  const inOrder = [/The first question/, /From the device that asked/, /From the other device/];
  for (const device of [chat, other]) {
    await expect(device.questions).toHaveText(inOrder, { timeout: 60_000 });
    await expect(device.page.getByRole("button", { name: "Previous version" })).toHaveCount(0);
  }
  await elsewhere.close();
});
