import { ConversationPage } from "./conversation-page.ts";
import { expect, test } from "./person.ts";

test("reloading in the middle of an answer shows all of it, going on", async ({ page }) => {
  const chat = new ConversationPage(page);
  await chat.openWith("sim-slow");
  await chat.ask("Tell me slowly");
  await expect(chat.answers.last()).toContainText(/\w+ \w+ \w+ \w+ \w+/);
  const before = await chat.lastWords();
  await page.reload();
  await expect(chat.answers.last()).toHaveAttribute("aria-busy", "true");
  await expect(chat.answers.last()).toContainText(before.slice(0, 20));
  await chat.waitForEnd();
  const whole = await chat.lastWords();
  await page.reload();
  await chat.waitForEnd();
  expect(await chat.lastWords()).toBe(whole);
  expect(whole.split(/\s+/).length).toBeGreaterThanOrEqual(200);
});

test("an answer goes on while no page is open", async ({ page }) => {
  const chat = new ConversationPage(page);
  await chat.openWith("sim-slow");
  await chat.ask("Go on without me");
  await expect(chat.answers.last()).toContainText(/\w+ \w+/);
  const address = page.url();
  await page.goto("about:blank");
  await page.goto(address);
  await chat.waitForEnd();
  expect((await chat.lastWords()).split(/\s+/).length).toBeGreaterThanOrEqual(200);
});

test("two tabs show the same conversation, whichever asks", async ({ page, context }) => {
  const first = new ConversationPage(page);
  await first.openWith("sim-slow");
  await first.ask("For both of us");
  await expect(page).toHaveURL(/\/c\//);
  const second = new ConversationPage(await context.newPage());
  await second.page.goto(page.url());
  await first.waitForEnd();
  await second.waitForEnd();
  expect(await second.lastWords()).toBe(await first.lastWords());

  await second.ask("Asked in the second tab");
  await expect(first.questions.last()).toContainText("Asked in the second tab");
  await first.waitForEnd();
  await second.waitForEnd();
  await expect(first.answers).toHaveCount(2);
  expect(await second.lastWords()).toBe(await first.lastWords());
});

test("stopping keeps what was written and says so", async ({ page }) => {
  const chat = new ConversationPage(page);
  await chat.openWith("sim-slow");
  await chat.ask("Only the beginning");
  await expect(chat.answers.last()).toContainText(/\w+ \w+ \w+/);
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await chat.waitForEnd();
  await expect(chat.answers.last().getByText("You stopped this answer.")).toBeVisible();
  const kept = await chat.lastWords();
  await page.reload();
  await expect(chat.answers.last().getByText("You stopped this answer.")).toBeVisible();
  expect(await chat.lastWords()).toBe(kept);
});

test("editing a question makes a branch, and the arrows lead back", async ({ page }) => {
  const chat = new ConversationPage(page);
  await chat.openWith("sim-echo");
  await chat.ask("The first wording");
  await expect(chat.answers.last()).toContainText("The first wording");
  await chat.waitForEnd();
  await chat.questions.last().hover();
  await chat.questions.last().getByRole("button", { name: "Edit" }).click();
  const editor = page.getByRole("textbox", { name: "Edit your message" });
  await editor.fill("The second wording");
  await editor.press("Control+Enter");
  await expect(chat.answers.last()).toContainText("The second wording");
  await chat.waitForEnd();
  await expect(chat.questions).toHaveCount(1);
  await expect(chat.questions.last()).toContainText("2 / 2");
  const isKept = page.waitForResponse((response) => response.url().includes("conversations.selectBranch"));
  await chat.questions.last().getByRole("button", { name: "Previous version" }).click();
  await expect(chat.answers.last()).toContainText("The first wording");
  await isKept;
  await page.reload();
  await expect(chat.answers.last()).toContainText("The first wording");
});

test("answering again makes a second version of the answer", async ({ page }) => {
  const chat = new ConversationPage(page);
  await chat.openWith("sim-short");
  await chat.ask("Twice, please");
  await chat.waitForEnd();
  await chat.answers.last().getByRole("button", { name: "Answer again" }).click();
  const choice = page.getByRole("dialog", { name: "Answer again with" });
  await choice.getByRole("button", { pressed: true }).click();
  await expect(chat.answers.last()).toContainText("2 / 2");
  await expect(chat.answers).toHaveCount(1);
});

test("a provider that fails is named in one sentence, with the button that repairs it", async ({ page }) => {
  const chat = new ConversationPage(page);
  await chat.openWith("sim-status");
  await chat.ask("This will fail");
  await chat.waitForEnd();
  await expect(chat.answers.last().getByRole("alert")).toContainText(/\S+ .*\./);
  await expect(chat.answers.last().getByRole("button", { name: "Try again" })).toBeVisible();
  await expect(chat.questions.last()).toContainText("This will fail");
  await expect(chat.composer).toBeEnabled();
});

test("an answer that breaks off for good keeps what came and never looks finished", async ({ page }) => {
  const chat = new ConversationPage(page);
  await chat.openWith("sim-breaks-for-good");
  await chat.ask("Break off");
  await chat.waitForEnd();
  await expect(chat.answers.last().getByRole("alert")).toContainText(/fault of its own/i);
  expect((await chat.lastWords()).length).toBeGreaterThan(100);
  await expect(chat.answers.last().getByRole("button", { name: "Try again" })).toBeVisible();
});

test("reasoning is shown apart from the answer", async ({ page }) => {
  const chat = new ConversationPage(page);
  await chat.openWith("sim-reasoning");
  await chat.ask("Think first");
  await chat.waitForEnd();
  await expect(chat.answers.last().getByText("Reasoning").first()).toBeVisible();
});

test("what is being written outlives a reload", async ({ page }) => {
  const chat = new ConversationPage(page);
  await chat.openWith("sim-echo");
  await chat.composer.fill("A draft that matters");
  await expect(async () => {
    await page.reload();
    await expect(chat.composer).toHaveValue("A draft that matters", { timeout: 2_000 });
  }).toPass();
});
