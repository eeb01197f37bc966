import type { APIRequestContext, Locator, Page } from "@playwright/test";
import { writeLongText } from "#inference/simulator/texts.ts";
import { findFreePort } from "#scripts/launcher/find-free-port.ts";
import { findDescendants } from "#scripts/launcher/testing/find-processes.ts";
import { ConversationPage } from "./conversation-page.ts";
import { connectSimulator } from "./keep-catalogue.ts";
import { expect, newPerson, signIn, signUp, test as base } from "./person.ts";
import { type RunningSystem, startSystem } from "./system/start-system.ts";

/** What `sim-slow` writes, a word every 50 ms. */
const WHOLE = writeLongText(200).split(/\s+/);
const STARTS_WITHIN_MS = 120_000;
const RESTARTS_WITHIN_MS = 60_000;

/** `system`: one of its own, so that what is done to its processes happens to no other test. */
const test = base.extend<object, { system: RunningSystem }>({
  system: [
    async ({ playwright }, provide) => {
      const simulatorPort = await findFreePort();
      const system = await startSystem({ port: await findFreePort(), simulatorPort });
      const request = await playwright.request.newContext({ baseURL: system.url });
      await connectAsAdministrator(request, simulatorPort);
      await request.dispose();
      await provide(system);
      await system.stop();
    },
    { scope: "worker", timeout: STARTS_WITHIN_MS },
  ],
  baseURL: async ({ system }, provide) => provide(system.url),
});

test.describe.configure({ mode: "default" });

/** As the first person, who is the administrator. */
async function connectAsAdministrator(request: APIRequestContext, port: number): Promise<void> {
  const person = newPerson();
  await signUp(request, person);
  await signIn(request, person);
  await connectSimulator(request, port);
}

function findRealtime({ launcher }: RunningSystem): number {
  const found = findDescendants(launcher.pid ?? 0).find(({ command }) => command.includes("realtime/main.ts"));
  if (!found) throw new Error("No realtime process runs.");
  return found.pid;
}

function countLoads(page: Page): () => number {
  let loads = 0;
  page.on("load", () => (loads += 1));
  return () => loads;
}

/** By its text alone: one that is out of sight is not laid out. */
async function expectWhole(answer: Locator): Promise<void> {
  const words = ((await answer.textContent()) ?? "").match(/word\d+\.?/g);
  expect(words).toEqual(WHOLE);
}

/** Resolves when the launcher has no such process any more. */
async function expectGone({ launcher }: RunningSystem, pid: number): Promise<void> {
  const isThere = () => findDescendants(launcher.pid ?? 0).some((found) => found.pid === pid);
  await expect.poll(isThere, { timeout: RESTARTS_WITHIN_MS }).toBe(false);
}

test("a deploy in the middle of an answer takes nothing from the page that is open", async ({ page, system }) => {
  test.setTimeout(2 * RESTARTS_WITHIN_MS);
  const chat = new ConversationPage(page);
  await chat.openWith("sim-slow");
  const loads = countLoads(page);
  await chat.ask("The first");
  // However long the other processes take: an answer is being written when it is this one's turn.
  for (const text of ["The second", "The third", "The fourth"]) {
    await chat.composer.fill(text);
    await chat.composer.press("Enter");
  }
  await expect(chat.answers.last()).toContainText(/\w+ \w+ \w+ \w+ \w+/);

  const pid = findRealtime(system);
  const moved = page.waitForEvent("websocket", { timeout: RESTARTS_WITHIN_MS });
  system.launcher.kill("SIGUSR2");
  await moved;
  await expect(chat.answers.last()).toHaveAttribute("aria-busy", "true");
  const leave = page.getByRole("button", { name: "Remove from the queue" });
  while ((await leave.count()) > 0) await leave.last().click();
  await chat.waitForEnd();
  await expectGone(system, pid);
  expect(loads()).toBe(0);
  for (const answer of await chat.answers.all()) await expectWhole(answer);
  await page.reload();
  for (const answer of await chat.answers.all()) await expectWhole(answer);
});

test("an answer whose process is killed comes whole into the page that is open", async ({ page, system }) => {
  const chat = new ConversationPage(page);
  await chat.openWith("sim-slow");
  const loads = countLoads(page);
  await chat.ask("Whatever happens");
  await expect(chat.answers.last()).toContainText(/\w+ \w+ \w+ \w+ \w+/);

  const moved = page.waitForEvent("websocket");
  process.kill(findRealtime(system), "SIGKILL");
  await moved;
  await expect(chat.answers.last()).toHaveAttribute("aria-busy", "true");
  await chat.waitForEnd();
  await expectWhole(chat.answers.last());
  expect(loads()).toBe(0);
  await page.reload();
  await expectWhole(chat.answers.last());
});
