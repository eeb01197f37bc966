import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { foldStreamPart } from "#contracts/fold-stream-part.ts";
import type { MessagePart } from "#contracts/message.ts";
import type { StreamPart } from "#contracts/stream-part.ts";
import type { ChatRequest } from "#inference/chat-model.ts";
import { askSimulator } from "#inference/simulator/ask-simulator.ts";
import { parseScenarioName } from "#inference/simulator/parse-scenario-name.ts";
import type { ScenarioName } from "#inference/simulator/scenarios.ts";
import { startSimulator, type Simulator } from "#inference/simulator/start-simulator.ts";
import { textTurn } from "#inference/text-turn.ts";
import type { TimeLimits } from "#inference/time-limits.ts";
import { OUTCOMES, type Outcome } from "./testing-outcomes.ts";
import { WAYS, type Way } from "./testing-ways.ts";

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

const PICTURES: ChatRequest["turns"] = [
  {
    role: "user",
    parts: [
      { type: "image", mediaType: "image/png", base64: "iVBORw0KGgo=" },
      { type: "image", mediaType: "image/webp", base64: "UklGRg==" },
      { type: "text", text: "What is it?" },
    ],
  },
];
const TOOLS: ChatRequest["tools"] = ["find", "look_up"].map((name) => ({
  name,
  description: `Can ${name}.`,
  inputSchema: { type: "object", properties: { place: { type: "integer" } }, required: ["place"] },
}));
const CALCULATOR: ChatRequest["tools"] = [
  {
    name: "calculator",
    description: "Works out a term.",
    inputSchema: { type: "object", properties: { expression: { type: "string" } }, required: ["expression"] },
  },
];
const text = { type: "string" };
const PLACE: ChatRequest["answerFormat"] = {
  name: "place",
  schema: { type: "object", properties: { city: text, country: text }, required: ["city", "country"] },
};

type Asking = { suffix?: string; request?: Partial<ChatRequest>; timeLimits?: Partial<TimeLimits> };

/** What a scenario is asked with, where a greeting alone would not do, or not soon. */
const ASKINGS: Partial<Record<ScenarioName, Asking>> = {
  see: { request: { turns: PICTURES } },
  "use-tools": { request: { tools: TOOLS } },
  calculate: { request: { tools: CALCULATOR } },
  structured: { request: { answerFormat: PLACE } },
  stall: { timeLimits: { stallMs: 300 } },
  silence: { timeLimits: { responseStartMs: 300 } },
  "long-markdown": { suffix: "-4@0" },
  slow: { suffix: "-12@1" },
  "late-usage": { suffix: "-20" },
};

const SCENARIO_NAMES = Object.keys(OUTCOMES) as ScenarioName[];
const WAY_NAMES = Object.keys(WAYS) as Way[];

const ask = (way: Way, modelName: string, asking: Asking): Promise<StreamPart[]> => {
  const { provider, prefix, needsTools } = WAYS[way];
  const { request, timeLimits = {} } = asking;
  return askSimulator(simulator.url, {
    provider,
    modelName: prefix + modelName,
    request: { ...(needsTools ? { tools: TOOLS } : {}), ...request },
    options: { timeLimits },
  });
};

describe.each(WAY_NAMES)("%s", (way) => {
  test.each(SCENARIO_NAMES)("makes of %s what the table says", async (name) => {
    const asking = ASKINGS[name] ?? {};
    const modelName = `sim-${name}${asking.suffix ?? ""}`;
    const parts = await ask(way, modelName, asking);
    const outcome = OUTCOMES[name][way];
    expect(parts.filter(({ type }) => type === "finish" || type === "error")).toEqual([parts.at(-1)]);
    if (outcome.type === "whole") expectWhole(parts, modelName, outcome);
    else expectBroken(parts, outcome);
    expect(simulator.requests.at(-1)).toMatchObject({ wants: "answer", modelName: WAYS[way].prefix + modelName });
  });

  test("tells the results of parallel calls to the model that made them, in their order", async () => {
    const calls = partsOf(await ask(way, "sim-use-tools", { request: { tools: TOOLS } }));
    const results = calls.flatMap((call, index): MessagePart[] =>
      call.type === "tool-call"
        ? [{ ...call, type: "tool-result", output: `result ${index}`, isError: index === 1 }]
        : [],
    );
    const turns: ChatRequest["turns"] = [
      textTurn({ role: "user", text: "Hello" }),
      { role: "assistant", parts: calls.flatMap((part) => (part.type === "tool-call" ? [part] : [])) },
      { role: "user", parts: results.flatMap((part) => (part.type === "tool-result" ? [part] : [])) },
    ];
    const told = partsOf(await ask(way, "sim-use-tools", { request: { tools: TOOLS, turns } }));
    expect(told).toEqual([
      { type: "text", text: expect.stringMatching(/^\S+ told result 0\. \S+ told .*result 1\.$/) },
    ]);
    const asked = simulator.requests.at(-1)?.turns ?? [];
    expect(asked.flatMap(({ toolCalls }) => toolCalls).map(({ name, input }) => ({ name, input }))).toEqual([
      { name: "find", input: { place: 1 } },
      { name: "look_up", input: { place: 2 } },
    ]);
  });
});

function expectWhole(parts: readonly StreamPart[], modelName: string, outcome: Extract<Outcome, { type: "whole" }>) {
  const named = parseScenarioName(modelName);
  const answer = named?.scenario.answer("Hello", named.parameter);
  const said = answer?.pieces.flatMap((piece) =>
    piece.type === "tool-call" ? [] : [[piece.type, piece.tokens.join("")]],
  );
  const calls = answer?.pieces.flatMap((piece) =>
    piece.type === "tool-call" ? [{ name: piece.toolName, input: JSON.parse(piece.tokens.join("")) as unknown }] : [],
  );
  const content = partsOf(parts);
  expect(parts[0]).toMatchObject({ type: "response-start", requestId: "req_simulated" });
  expect(content.flatMap((part) => ("text" in part ? [[part.type, part.text]] : []))).toEqual(
    outcome.text === undefined ? (outcome.calls ? [] : said) : [["text", outcome.text]],
  );
  const called = content.flatMap((part) => (part.type === "tool-call" ? [part] : []));
  expect(
    called.map(({ toolName, inputText }) => ({ name: toolName, input: JSON.parse(inputText) as unknown })),
  ).toEqual(outcome.calls ?? calls);
  expect(new Set(called.map(({ toolCallId }) => toolCallId)).size).toBe(called.length);
  expect(parts.at(-1)).toEqual({ type: "finish", reason: outcome.calls ? "tool-calls" : answer?.finishReason });
  const usage =
    outcome.text !== undefined || outcome.calls ? expect.anything() : { ...answer?.usage, ...outcome.usage };
  expect(parts.at(-2)).toEqual({ type: "usage", usage });
}

function expectBroken(parts: readonly StreamPart[], outcome: Extract<Outcome, { type: "broken" }>) {
  const { code, isRetryable } = outcome;
  expect(parts.at(-1)).toMatchObject({ type: "error", error: { code, isRetryable } });
  expect(parts.some(({ type }) => type === "text-delta")).toBe(outcome.hasText);
}

function partsOf(parts: readonly StreamPart[]): readonly MessagePart[] {
  return parts.reduce<readonly MessagePart[]>(foldStreamPart, []);
}
