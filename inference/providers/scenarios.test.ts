import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { StreamPart, Usage } from "#contracts/stream-part.ts";
import { askSimulator } from "#inference/simulator/ask-simulator.ts";
import { toTokens } from "#inference/simulator/simulated-answer.ts";
import { startSimulator, type Simulator } from "#inference/simulator/start-simulator.ts";
import { textTurn } from "#inference/text-turn.ts";
import { MARKDOWN_TEXT, UNICODE_TEXT } from "#inference/simulator/texts.ts";

const PROVIDERS = ["openai", "anthropic", "azure-openai", "openai-compatible"] as const;
const SHORT = [
  "This",
  " is",
  " a",
  " simulated",
  " answer",
  " of",
  " a",
  " few",
  " words,",
  " the",
  " same",
  " every",
  " time.",
];

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

const usageOf = (counts: Partial<Usage>): StreamPart => ({
  type: "usage",
  usage: {
    inputTokens: 12,
    cachedInputTokens: 0,
    cacheWriteTokens: 0,
    outputTokens: 13,
    reasoningTokens: 0,
    audioInputTokens: 0,
    audioOutputTokens: 0,
    ...counts,
  },
});
const texts = (tokens: readonly string[]): StreamPart[] => tokens.map((text) => ({ type: "text-delta", text }));
const reasonings = (tokens: readonly string[]): StreamPart[] =>
  tokens.map((text) => ({ type: "reasoning-delta", text }));
const finish = (reason: "stop" | "length" | "content-filter" | "tool-calls"): StreamPart => ({
  type: "finish",
  reason,
});
const start = (modelName: string): StreamPart => ({ type: "response-start", modelName, requestId: "req_simulated" });

/** What every provider must make of each good scenario: everything between the start and the end, exactly. */
const SCENARIOS: [modelName: string, parts: StreamPart[]][] = [
  ["sim-short", [...texts(SHORT), usageOf({}), finish("stop")]],
  ["sim-echo", [...texts(["Hello"]), usageOf({ outputTokens: 1 }), finish("stop")]],
  ["sim-length", [...texts(SHORT), usageOf({}), finish("length")]],
  ["sim-content-filter", [...texts(SHORT), usageOf({}), finish("content-filter")]],
  ["sim-byte-at-a-time", [...texts(SHORT), usageOf({}), finish("stop")]],
  ["sim-missing-end", [...texts(SHORT), usageOf({}), finish("stop")]],
  ["sim-late-usage-20", [...texts(SHORT), usageOf({}), finish("stop")]],
  ["sim-markdown", [...texts(toTokens(MARKDOWN_TEXT)), usageOf({ outputTokens: 87 }), finish("stop")]],
  ["sim-split-characters", [...texts(toTokens(UNICODE_TEXT)), usageOf({ outputTokens: 19 }), finish("stop")]],
  ["sim-split-surrogates", [...texts(["A ", "😀 B", " ", "\u{FFFD} C\u{FFFD}"]), usageOf({}), finish("stop")]],
  ["sim-duplicate-event", [...texts(SHORT.toSpliced(6, 0, " a")), usageOf({}), finish("stop")]],
  [
    "sim-reasoning",
    [
      ...reasonings(toTokens("The person wants a simulated answer. I will give one.")),
      ...texts(toTokens("I thought about it: this is simulated.")),
      usageOf({ inputTokens: 20, cachedInputTokens: 8, outputTokens: 7, reasoningTokens: 10 }),
      finish("stop"),
    ],
  ],
];

describe.each(PROVIDERS)("%s", (provider) => {
  test.each(SCENARIOS)("turns %s into exactly these parts", async (modelName, parts) => {
    expect(await askSimulator(simulator.url, { provider, modelName })).toEqual([start(modelName), ...parts]);
  });

  test("reports each tool call from its start to its end", async () => {
    const parts = await askSimulator(simulator.url, { provider, modelName: "sim-tool-call" });
    expect(parts.filter(({ type }) => type.startsWith("tool-call")).toSorted(byToolCall)).toEqual([
      { type: "tool-call-start", toolCallId: "call_1", toolName: "get_weather" },
      { type: "tool-call-delta", toolCallId: "call_1", inputText: '{"city":' },
      { type: "tool-call-delta", toolCallId: "call_1", inputText: ' "Ber' },
      { type: "tool-call-delta", toolCallId: "call_1", inputText: 'lin"}' },
      { type: "tool-call-end", toolCallId: "call_1" },
      { type: "tool-call-start", toolCallId: "call_2", toolName: "get_time" },
      { type: "tool-call-delta", toolCallId: "call_2", inputText: "{}" },
      { type: "tool-call-end", toolCallId: "call_2" },
    ]);
    expect(parts.at(-1)).toEqual(finish("tool-calls"));
  });

  test("passes the model's own refusal on as such", async () => {
    const parts = await askSimulator(simulator.url, { provider, modelName: "sim-refusal" });
    const refusal = parts.map((part) => (part.type === "refusal-delta" ? part.text : "")).join("");
    expect(refusal).toBe("I cannot help with that.");
    expect(parts.at(-1)).toEqual(finish("content-filter"));
  });

  test("sends the system text and all turns, without empty ones and two of a kind in a row", async () => {
    const turns = [
      { role: "user" as const, text: "one" },
      { role: "user" as const, text: "two" },
      { role: "assistant" as const, text: "  " },
      { role: "assistant" as const, text: "three" },
      { role: "user" as const, text: "four" },
    ].map(textTurn);
    await askSimulator(simulator.url, { provider, modelName: "sim-short", request: { system: "Be brief.", turns } });
    const { system, turns: asked = [] } = simulator.requests.at(-1) ?? {};
    expect(system).toBe("Be brief.");
    expect(asked.map(({ role, text }) => `${role}: ${text}`)).toEqual([
      "user: one\n\ntwo",
      "assistant: three",
      "user: four",
    ]);
  });
});

test("an answer in one piece from a server that does not stream is an answer", async () => {
  const parts = await askSimulator(simulator.url, { provider: "openai-compatible", modelName: "sim-unstreamed" });
  expect(parts).toEqual([start("sim-unstreamed"), ...texts([SHORT.join("")]), usageOf({}), finish("stop")]);
});

function byToolCall(a: StreamPart, b: StreamPart): number {
  return idOf(a).localeCompare(idOf(b));
}

function idOf(part: StreamPart): string {
  return "toolCallId" in part ? part.toolCallId : "";
}
