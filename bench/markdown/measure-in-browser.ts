import { existsSync } from "node:fs";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { newPerson, signIn, signUp } from "#e2e/person.ts";
import { startSystem } from "#e2e/system/start-system.ts";
import type { Measurement } from "#scripts/bench/bench.ts";

const PORT = 4330;
const SIMULATOR_PORT = 4331;
const MODEL = "sim-long-markdown";
const CPU_THROTTLE = 4;
const LONGEST_ANSWER_MS = 300_000;

/** Streams a long answer into the real chat page of a slow machine: tasks over 50 ms while it arrives. */
export async function measureInBrowser(): Promise<Measurement[]> {
  const system = await startSystem({ port: PORT, simulatorPort: SIMULATOR_PORT });
  const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => existsSync(path));
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ["--no-sandbox"] });
  try {
    const context = await browser.newContext({ baseURL: system.url, viewport: { width: 1280, height: 800 } });
    await prepare(context);
    return toMeasurements(await streamAnswer(await context.newPage()));
  } finally {
    await browser.close();
    await system.stop();
  }
}

async function prepare(context: BrowserContext): Promise<void> {
  const person = newPerson();
  await signUp(context.request, person);
  await signIn(context.request, person);
  const connection = await context.request.post("/api/trpc/connections.create", {
    data: {
      scope: "instance",
      provider: "openai-compatible",
      label: "Simulator",
      baseUrl: `http://127.0.0.1:${SIMULATOR_PORT}/v1`,
      apiKey: "sim-key",
    },
  });
  if (!connection.ok()) throw new Error(await connection.text());
  const { result } = await connection.json();
  await context.request.post("/api/trpc/settings.update", { data: { defaultModelId: `${result.data.id}/${MODEL}` } });
}

/** The lengths of the long tasks, in milliseconds. */
async function streamAnswer(page: Page): Promise<number[]> {
  await page.goto("/");
  await page.getByRole("textbox").first().fill("Tell me everything");
  const cdp = await page.context().newCDPSession(page);
  await page.keyboard.press("Enter");
  // What comes before the answer (its code arriving, the new conversation's page) is not measured here.
  await page.locator(".markdown p").nth(3).waitFor();
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: CPU_THROTTLE });
  await page.evaluate(() => {
    const longTasks: number[] = [];
    Object.assign(globalThis, { longTasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTasks.push(duration);
    }).observe({ type: "longtask" });
  });
  await waitForEnd(page);
  return page.evaluate(() => Array.from(Reflect.get(globalThis, "longTasks"), Number));
}

/** Asked seldom, and of an attribute: finding a button by its role would read the whole page, a long task of its own. */
async function waitForEnd(page: Page): Promise<void> {
  const deadline = Date.now() + LONGEST_ANSWER_MS;
  const isOver = () => page.evaluate(() => document.querySelector('button[aria-label="Answer again"]') !== null);
  while (!(await isOver())) {
    if (Date.now() > deadline) throw new Error(`The answer took longer than ${LONGEST_ANSWER_MS} ms.`);
    await page.waitForTimeout(2_000);
  }
}

function toMeasurements(longTasks: readonly number[]): Measurement[] {
  return [
    {
      figure: "long tasks, 100 KB at 4x",
      value: longTasks.length,
      unit: "",
      goal: { of: "value", atMost: 0 },
    },
    {
      figure: "longest task, 100 KB at 4x",
      value: Math.max(0, ...longTasks),
      unit: "ms",
      goal: { of: "value", atMost: 50 },
    },
  ];
}
