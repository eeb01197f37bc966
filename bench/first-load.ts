import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from "@playwright/test";
import { newPerson, signIn, signUp } from "#e2e/person.ts";
import { startSystem } from "#e2e/system/start-system.ts";
import type { Bench, Measurement } from "#scripts/bench/bench.ts";

const ROUNDS = 5;

type Load = { requests: number; bytes: number; scriptBytes: number; usableMs: number; longTaskMs: number };
type Answer = { firstTextMs: number; socketBytesPerToken: number };

export const bench: Bench = {
  description:
    "A cold visit of the chat page, and Enter to the first text, in real Chromium (goals of the design, no reference)",
  run: async () => {
    const system = await startSystem({ port: 4320, simulatorPort: 4321 });
    const browser = await launchBrowser();
    try {
      return await measure(browser, system.url);
    } finally {
      await browser.close();
      await system.stop();
    }
  },
};

async function measure(browser: Browser, url: string): Promise<Measurement[]> {
  const person = newPerson();
  const loads: Load[] = [];
  const answers: Answer[] = [];
  let connectionId = "";
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 800 } });
    if (round === 0) await signUp(context.request, person);
    await signIn(context.request, person);
    connectionId ||= await connectSimulator(context);
    // A provider that answers at once: what is left is ours.
    await chooseModel(context, `${connectionId}/sim-long`);
    const page = await context.newPage();
    loads.push(await measureLoad(context, page));
    const firstTextMs = await measureFirstText(page);
    await chooseModel(context, `${connectionId}/sim-slow`);
    const socketBytesPerToken = await measureSocket(context, await context.newPage());
    answers.push({ firstTextMs, socketBytesPerToken });
    await context.close();
  }
  return toMeasurements(loads, answers);
}

/** The first account is an administrator, and connects the simulator for everybody. */
async function connectSimulator(context: BrowserContext): Promise<string> {
  const data = {
    scope: "instance",
    provider: "openai-compatible",
    label: "Simulator",
    baseUrl: "http://127.0.0.1:4321/v1",
    apiKey: "sim-key",
  };
  const connection = await context.request.post("/api/trpc/connections.create", { data });
  if (!connection.ok()) throw new Error(await connection.text());
  const { result } = await connection.json();
  return String(result.data.id);
}

async function chooseModel(context: BrowserContext, defaultModelId: string): Promise<void> {
  const saved = await context.request.post("/api/trpc/settings.update", { data: { defaultModelId } });
  if (!saved.ok()) throw new Error(await saved.text());
}

async function measureLoad(context: BrowserContext, page: Page): Promise<Load> {
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  const traffic = countTraffic(cdp);
  await page.addInitScript(() => {
    const seen = { longTaskMs: 0 };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.longTaskMs += entry.duration;
    }).observe({ type: "longtask", buffered: true });
  });
  const start = performance.now();
  await page.goto("/", { waitUntil: "commit" });
  // Usable: what is typed is there and the button that sends it comes alive, so the page is hydrated.
  await page.getByRole("textbox").first().pressSequentially("x");
  await page.getByRole("button", { name: "Send", exact: true }).waitFor();
  const usableMs = performance.now() - start;
  await page.waitForLoadState("networkidle");
  const longTaskMs = await page.evaluate(() => Number(Reflect.get(Reflect.get(globalThis, "seen"), "longTaskMs")));
  return { ...traffic, usableMs, longTaskMs };
}

function countTraffic(cdp: CDPSession): { requests: number; bytes: number; scriptBytes: number } {
  const traffic = { requests: 0, bytes: 0, scriptBytes: 0 };
  const types = new Map<string, string>();
  cdp.on("Network.responseReceived", ({ requestId, type }) => {
    traffic.requests++;
    types.set(requestId, type);
  });
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    traffic.bytes += encodedDataLength;
    if (types.get(requestId) === "Script") traffic.scriptBytes += encodedDataLength;
  });
  return traffic;
}

async function measureFirstText(page: Page): Promise<number> {
  const start = await ask(page);
  return performance.now() - start;
}

/** Asks, waits for the first words, and returns when Enter was pressed. */
async function ask(page: Page): Promise<number> {
  await page.getByRole("textbox").first().fill("Tell me about rivers");
  const start = performance.now();
  await page.keyboard.press("Enter");
  await page.getByRole("article", { name: "Answer" }).locator("p").first().waitFor();
  return start;
}

async function measureSocket(context: BrowserContext, page: Page): Promise<number> {
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  let socketBytes = 0;
  cdp.on("Network.webSocketFrameReceived", ({ response }) => (socketBytes += Buffer.byteLength(response.payloadData)));
  await page.goto("/");
  await ask(page);
  // The frames that begin a conversation are not the price of a token.
  await page.waitForTimeout(1_000);
  const bytesBefore = socketBytes;
  const wordsBefore = await answerLength(page);
  await page.waitForTimeout(5_000);
  const words = (await answerLength(page)) - wordsBefore;
  return (socketBytes - bytesBefore) / Math.max(1, words);
}

async function answerLength(page: Page): Promise<number> {
  return (await page.getByRole("article", { name: "Answer" }).last().innerText()).split(/\s+/).length;
}

function toMeasurements(loads: Load[], answers: Answer[]): Measurement[] {
  const load = (key: keyof Load) => median(loads.map((one) => one[key]));
  const answer = (key: keyof Answer) => median(answers.map((one) => one[key]));
  return [
    { figure: "requests", value: load("requests"), unit: "", goal: { of: "value", atMost: 30 } },
    { figure: "all bytes", value: load("bytes") / 1024, unit: "KB", goal: { of: "value", atMost: 350 } },
    { figure: "script bytes", value: load("scriptBytes") / 1024, unit: "KB", goal: { of: "value", atMost: 150 } },
    { figure: "composer usable", value: load("usableMs"), unit: "ms", goal: { of: "value", atMost: 800 } },
    { figure: "long tasks", value: load("longTaskMs"), unit: "ms", goal: { of: "value", atMost: 0 } },
    { figure: "Enter to first text", value: answer("firstTextMs"), unit: "ms", goal: { of: "value", atMost: 60 } },
    {
      figure: "socket bytes a token",
      value: answer("socketBytesPerToken"),
      unit: "B",
      goal: { of: "value", atMost: 40 },
    },
  ];
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function launchBrowser(): Promise<Browser> {
  const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => existsSync(path));
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"],
  });
}
