import type { APIRequestContext, Locator, Page } from "@playwright/test";
import { findFreePort } from "#scripts/launcher/find-free-port.ts";
import { ConversationPage } from "./conversation-page.ts";
import { connectSimulator, serveModels, type ServedModel } from "./keep-catalogue.ts";
import { expect, newPerson, signIn, signUp, test as base } from "./person.ts";
import { startSystem } from "./system/start-system.ts";

const STARTS_WITHIN_MS = 120_000;
const WHOLE = Array.from({ length: 200 }, (_, index) => String(index + 1));

const MODELS: readonly ServedModel[] = [
  { id: "breaks-once", label: "Breaks once", scenarios: ["sim-breaks-once", "sim-count-200"] },
  { id: "breaks-for-good", label: "Breaks for good", scenarios: ["sim-breaks-for-good", "sim-breaks-for-good"] },
  { id: "calculates", label: "Calculates", scenarios: ["sim-calculate"] },
];
const REPAIRED: readonly ServedModel[] = [{ id: "breaks-for-good", label: "Repaired", scenarios: ["sim-count-200"] }];

type Kept = { url: string; admin: APIRequestContext; connectionIds: readonly string[] };

/** `kept`: a system of its own with two connections, so that its catalogue is no other test's. */
const test = base.extend<object, { kept: Kept }>({
  kept: [
    async ({ playwright }, provide) => {
      const simulatorPort = await findFreePort();
      const system = await startSystem({ port: await findFreePort(), simulatorPort });
      const admin = await playwright.request.newContext({ baseURL: system.url });
      const person = newPerson();
      await signUp(admin, person);
      await signIn(admin, person);
      const first = await connectSimulator(admin, simulatorPort, "North");
      const connectionIds = [first, await connectSimulator(admin, simulatorPort, "South")];
      await serveModels(admin, connectionIds, MODELS);
      await provide({ url: system.url, admin, connectionIds });
      await admin.dispose();
      await system.stop();
    },
    { scope: "worker", timeout: STARTS_WITHIN_MS },
  ],
  baseURL: async ({ kept }, provide) => provide(kept.url),
});

// In their order: what the last one changes is everybody's.
test.describe.configure({ mode: "default" });

async function openWith(page: Page, modelId: string): Promise<ConversationPage> {
  const saved = await page.context().request.post("/api/trpc/settings.update", { data: { defaultModelId: modelId } });
  expect(saved.status(), await saved.text()).toBe(200);
  await page.goto("/");
  return new ConversationPage(page);
}

async function numbersOf(answer: Locator): Promise<string[]> {
  return (await answer.innerText()).match(/\d+/g) ?? [];
}

/** Opens the list of calls; returns its entries. */
async function openCalls(page: Page, answer: Locator): Promise<Locator> {
  await answer.getByRole("button", { name: "Details" }).click();
  const details = page.getByRole("dialog", { name: "Details" });
  await details.getByRole("button", { name: "How this answer was made" }).click();
  return details.locator("ol > li");
}

test("an answer whose provider breaks off comes whole, and the list of its calls tells who took over", async ({
  page,
}) => {
  const chat = await openWith(page, "breaks-once");
  await chat.ask("Count to 200");
  await chat.waitForEnd();
  const answer = chat.answers.last();
  expect(await numbersOf(answer)).toEqual(WHOLE);
  await expect(answer.getByRole("alert")).toHaveCount(0);
  const calls = await openCalls(page, answer);
  await expect(calls).toHaveCount(2);
  await expect(calls.first()).toContainText("North");
  await expect(calls.first()).toContainText("It broke off in the middle.");
  await expect(calls.last()).toContainText("South");
  await expect(calls.last()).toContainText("Took over where the text broke off. It answered to the end.");
  await expect(page.getByText("For administrators")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.reload();
  expect(await numbersOf(answer)).toEqual(WHOLE);
});

test("the list of calls says when it cannot be loaded, and what is not known", async ({ page }) => {
  const chat = await openWith(page, "breaks-once");
  await chat.ask("Count once more");
  await chat.waitForEnd();
  await page.route(/attempts\.list/, (route) => route.fulfill({ json: { result: { data: [] } } }));
  await openCalls(page, chat.answers.last());
  await expect(page.getByText("Nothing is known about this one")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.reload();
  await page.unroute(/attempts\.list/);
  await page.route(/attempts\.list/, (route) => route.abort());
  const calls = await openCalls(page, chat.answers.last());
  await expect(page.getByText("This could not be loaded.")).toBeVisible();
  await page.unroute(/attempts\.list/);
  await page.getByRole("dialog").getByRole("button", { name: "Try again" }).click();
  await expect(calls).toHaveCount(2);
});

test("a call of the calculator is drawn with its result, and the answer goes on with it", async ({ page }) => {
  const chat = await openWith(page, "calculates");
  await chat.ask("What is 17 times 23?");
  await chat.waitForEnd();
  const answer = chat.answers.last();
  await expect(answer.getByRole("button", { name: /Calculator/ })).toContainText("391");
  await expect(answer).toContainText("Let me work that out.");
  await expect(answer).toContainText("The calculator says 391.");
  await page.reload();
  await expect(answer.getByRole("button", { name: /Calculator/ })).toContainText("391");
  const calls = await openCalls(page, answer);
  await expect(calls).toHaveCount(2);
  await expect(calls.last()).toContainText("Asked to go on.");
});

test("an administrator sees the reasons for each candidate", async ({ browser, kept }) => {
  const context = await browser.newContext({ baseURL: kept.url, storageState: await kept.admin.storageState() });
  const page = await context.newPage();
  const chat = await openWith(page, "breaks-once");
  await chat.ask("Count for the administrator");
  await chat.waitForEnd();
  const calls = await openCalls(page, chat.answers.last());
  await calls.first().getByText("For administrators").click();
  await expect(calls.first()).toContainText("North, sim-breaks-once");
  await expect(calls.first()).toContainText("South, sim-count-200: nothing against it");
  await context.close();
});

test("where all of them break off for good the answer is kept with a sentence, and Continue finishes it", async ({
  page,
  kept,
}) => {
  const chat = await openWith(page, "breaks-for-good");
  await chat.ask("Count to 200, whatever happens");
  await chat.waitForEnd();
  const answer = chat.answers.last();
  await expect(answer.getByRole("alert")).toContainText(/\S+ .*\./);
  const written = await numbersOf(answer.locator("p").first());
  expect(written.length).toBeGreaterThan(1);
  await serveModels(kept.admin, kept.connectionIds, REPAIRED);
  // Until the process that answers knows of the repair, it says the same as before and offers the same.
  await expect(async () => {
    const goOn = answer.getByRole("button", { name: "Continue" });
    if (await goOn.isVisible()) await goOn.click();
    await chat.waitForEnd();
    expect(await numbersOf(answer)).toEqual(WHOLE);
  }).toPass();
  await expect(answer.getByRole("alert")).toHaveCount(0);
  const calls = await openCalls(page, answer);
  await expect(calls.first()).toContainText("It broke off in the middle.");
  await expect(calls.last()).toContainText("Asked to go on. It answered to the end.");
});
