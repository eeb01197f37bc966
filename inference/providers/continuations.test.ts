import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MessagePart } from "#contracts/message.ts";
import type { StreamPart } from "#contracts/stream-part.ts";
import { askSimulator } from "#inference/simulator/ask-simulator.ts";
import { startSimulator, type Simulator } from "#inference/simulator/start-simulator.ts";
import { MARKDOWN_TEXT, UNICODE_TEXT, writeCount } from "#inference/simulator/texts.ts";

const PROVIDERS = ["openai", "anthropic", "azure-openai", "google", "vertex", "openai-compatible"] as const;
const COUNT = writeCount(200);

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

const textOf = (parts: readonly StreamPart[]): string =>
  parts.map((part) => (part.type === "text-delta" ? part.text : "")).join("");

describe.each(PROVIDERS)("%s", (provider) => {
  const goOn = (modelName: string, ...continues: MessagePart[]): Promise<StreamPart[]> =>
    askSimulator(simulator.url, { provider, modelName, request: { continues } });
  const goOnBehind = (modelName: string, text: string): Promise<StreamPart[]> =>
    goOn(modelName, { type: "text", text });

  test.each(["sim-count-200", "sim-overlap", "sim-overlap-24", "sim-introduces", "sim-restarts", "sim-breaks-once"])(
    "goes on behind any of a few places so that %s is whole",
    async (modelName) => {
      for (const length of [24, 40, 399, 400, 401, COUNT.length - 1, COUNT.length]) {
        const written = COUNT.slice(0, length);
        const parts = await goOnBehind(modelName, written);
        expect(written + textOf(parts)).toBe(COUNT);
        expect(parts.at(-1)).toEqual({ type: "finish", reason: "stop" });
      }
    },
  );

  test.each([
    ["sim-markdown", MARKDOWN_TEXT],
    ["sim-unicode", UNICODE_TEXT],
    ["sim-byte-at-a-time", "This is a simulated answer of a few words, the same every time."],
  ])("goes on behind every tenth place of %s", async (modelName, whole) => {
    for (let length = 1; length <= whole.length; length += 10) {
      const written = whole.slice(0, length).toWellFormed();
      if (!whole.startsWith(written)) continue;
      expect(written + textOf(await goOnBehind(modelName, written))).toBe(whole);
    }
  });

  test("reasoning that comes again is left out, what it cost is not", async () => {
    const parts = await goOn("sim-reasoning", { type: "reasoning", text: "Hm." }, { type: "text", text: "I thought" });
    expect(parts.some(({ type }) => type === "reasoning-delta")).toBe(false);
    expect(textOf(parts)).toBe(" about it: this is simulated.");
    expect(parts.at(-2)).toMatchObject({ type: "usage", usage: { reasoningTokens: 10 } });
  });

  test("where only reasoning stands, the answer is asked for once more, with its own", async () => {
    const parts = await goOn("sim-reasoning", { type: "reasoning", text: "Hm." });
    expect(parts.some(({ type }) => type === "reasoning-delta")).toBe(true);
    expect(textOf(parts)).toBe("I thought about it: this is simulated.");
  });

  test("tool calls come behind the text that announced them", async () => {
    const parts = await goOnBehind("sim-tool-call", "Let me look.");
    expect(textOf(parts)).toBe("");
    expect(parts.filter(({ type }) => type === "tool-call-start")).toHaveLength(2);
    expect(parts.at(-1)).toEqual({ type: "finish", reason: "tool-calls" });
  });

  test.each(["sim-no-continue", "sim-says-nothing", "sim-restarts-otherwise"])(
    "%s cannot go on, and says so in an error that is not to be retried",
    async (modelName) => {
      const parts = await goOnBehind(modelName, COUNT.slice(0, 500));
      expect(textOf(parts)).toBe("");
      expect(parts.at(-1)).toMatchObject({
        type: "error",
        error: { code: "provider-request-rejected", isRetryable: false },
      });
      expect(parts.filter(({ type }) => type === "error" || type === "finish")).toHaveLength(1);
    },
  );

  test("an answer that breaks off again can be continued again", async () => {
    let written = "";
    for (let attempt = 0; attempt < 40 && written !== MARKDOWN_TEXT; attempt += 1) {
      const continues: MessagePart[] = written === "" ? [] : [{ type: "text", text: written }];
      written += textOf(await goOn("sim-cut-3000", ...continues));
    }
    expect(written).toBe(MARKDOWN_TEXT);
  });
});

test("the demo goes on with exactly what is missing", async () => {
  const ask = (...continues: MessagePart[]): Promise<StreamPart[]> =>
    askSimulator(null, { provider: "demo", modelName: "demo", request: { continues }, options: { demoWordMs: 0 } });
  const whole = textOf(await ask());
  for (let length = 1; length < whole.length; length += 50) {
    const text = whole.slice(0, length);
    expect(text + textOf(await ask({ type: "text", text }))).toBe(whole);
  }
});
