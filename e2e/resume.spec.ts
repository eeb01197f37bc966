import { ConversationPage } from "./conversation-page.ts";
import { expect, signIn, test } from "./person.ts";
import { SYSTEM } from "./system/system.ts";

test("going offline in the middle of an answer and coming back shows all of it, once", async ({ page, context }) => {
  const chat = new ConversationPage(page);
  await chat.openWith("sim-slow");
  await chat.ask("Through a hole in the network");
  await expect(chat.answers.last()).toContainText(/\w+ \w+ \w+ \w+ \w+/);
  await context.setOffline(true);
  const before = await chat.lastWords();
  await expect(page.getByText("You are offline. What you write is kept.")).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText("You are offline. What you write is kept.")).toHaveCount(0);
  await chat.waitForEnd();
  const whole = await chat.lastWords();
  expect(whole.startsWith(before.slice(0, 20))).toBe(true);
  await page.reload();
  await chat.waitForEnd();
  expect(await chat.lastWords()).toBe(whole);
});

test("a page that slept catches up over the socket alone", async ({ page, context }) => {
  const chat = new ConversationPage(page);
  await chat.openWith("sim-short");
  await chat.ask("Before the sleep");
  await chat.waitForEnd();
  await context.setOffline(true);
  await expect(page.getByText("You are offline. What you write is kept.")).toBeVisible();

  const elsewhere = await context
    .browser()
    ?.newContext({ baseURL: SYSTEM.url, storageState: await context.storageState() });
  if (!elsewhere) throw new Error("There is no browser.");
  const other = new ConversationPage(await elsewhere.newPage());
  await other.page.goto(page.url());
  await other.ask("While the other one slept");
  await other.waitForEnd();
  await elsewhere.close();

  const procedures: string[] = [];
  page.on("request", (request) => request.url().includes("/api/trpc/") && procedures.push(request.url()));
  await context.setOffline(false);
  await expect(chat.questions.last()).toContainText("While the other one slept");
  await chat.waitForEnd();
  await expect(chat.answers).toHaveCount(2);
  expect(procedures).toEqual([]);
});

test("another browser of the same account sees everything live, and can stop the answer", async ({
  page,
  browser,
  person,
}) => {
  const chat = new ConversationPage(page);
  await chat.openWith("sim-slow");
  const elsewhere = await browser.newContext({ baseURL: SYSTEM.url });
  await signIn(elsewhere.request, person);
  const other = new ConversationPage(await elsewhere.newPage());
  await other.page.goto("/");
  await chat.ask("Seen from two places");
  const entry = other.page
    .getByRole("navigation", { name: "Conversations" })
    .getByText(/Seen from two places|Simulated title/);
  await entry.click();
  await expect(other.answers.last()).toContainText(/\w+ \w+ \w+/);
  await other.page.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(chat.answers.last().getByText("You stopped this answer.")).toBeVisible();
  await expect(other.answers.last().getByText("You stopped this answer.")).toBeVisible();
  expect(await other.lastWords()).toBe(await chat.lastWords());
  await elsewhere.close();
});

test("an answer that was stopped goes on in its place", async ({ page }) => {
  const chat = new ConversationPage(page);
  await chat.openWith("sim-slow");
  await chat.ask("Stop and go on");
  await expect(chat.answers.last()).toContainText(/\w+ \w+ \w+ \w+/);
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(chat.answers.last().getByText("You stopped this answer.")).toBeVisible();
  await chat.answers.last().getByRole("button", { name: "Continue" }).click();
  await expect(chat.answers.last()).toHaveAttribute("aria-busy", "true");
  await chat.waitForEnd();
  await expect(chat.answers.last().getByText("You stopped this answer.")).toHaveCount(0);
  await expect(chat.answers).toHaveCount(1);
  const whole = await chat.lastWords();
  expect(whole.split(/\s+/).length).toBeGreaterThanOrEqual(190);
  await page.reload();
  expect(await chat.lastWords()).toBe(whole);
});

test("an answer that the model's limit cut offers to go on", async ({ page }) => {
  const chat = new ConversationPage(page);
  await chat.openWith("sim-length");
  await chat.ask("More than fits");
  await chat.waitForEnd();
  await expect(chat.answers.last().getByText("The model reached the longest answer it may give.")).toBeVisible();
  await expect(chat.answers.last().getByRole("button", { name: "Continue" })).toBeVisible();
});
