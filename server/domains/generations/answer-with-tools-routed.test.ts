import { expect, test, vi } from "vitest";
import { foldStreamPart } from "#contracts/fold-stream-part.ts";
import type { StreamPart } from "#contracts/stream-part.ts";
import type { RoutedPart } from "#inference/index.ts";
import { makeCandidate } from "#inference/router/testing-candidate.ts";
import { errorPart, makeUsage, scriptModel } from "#inference/router/testing-models.ts";
import { ask, makeRouter, REQUEST, standing } from "#inference/router/testing-router.ts";
import type { Tool } from "#server/ports/tool-source.ts";
import { answerWithTools } from "./answer-with-tools.ts";

const LOOK: Tool = {
  name: "look",
  description: "Looks.",
  inputSchema: { type: "object" },
  run: async (input) => `saw ${JSON.stringify(input)}`,
};
const NOTICE: StreamPart = { type: "notice", notice: { code: "context-trimmed", messagesLeftOut: 2 } };
const text = (words: string): StreamPart => ({ type: "text-delta", text: words });
const spent: StreamPart = { type: "usage", usage: makeUsage(1, 1) };
const open: StreamPart[] = [
  { type: "tool-call-start", toolCallId: "call-0", toolName: "look" },
  { type: "tool-call-delta", toolCallId: "call-0", inputText: '{"at":1' },
];
const whole: StreamPart[] = [
  ...open,
  { type: "tool-call-delta", toolCallId: "call-0", inputText: "}" },
  { type: "tool-call-end", toolCallId: "call-0" },
];
const broken = errorPart("provider-stream-broken");

test("a deployment that breaks in a call or behind a result is followed by another one, and nothing is lost or doubled", async () => {
  // In the order in which they are dialled, whoever it is.
  const scripts: StreamPart[][] = [
    [text("Let me "), text("look."), ...open, broken],
    [...whole, spent, { type: "finish", reason: "tool-calls" }],
    [...open, broken],
    [...whole, spent, { type: "finish", reason: "tool-calls" }],
    [text("There is "), text("one thing "), broken],
    [text("and no other."), spent, { type: "finish", reason: "stop" }],
  ];
  const models = scripts.map((script) => scriptModel(script));
  const router = makeRouter(() => models.shift() ?? scriptModel([broken]));
  const order = ["a", "b", "c"].map((id) => makeCandidate(id));
  async function* route(request: typeof REQUEST, signal: AbortSignal): AsyncGenerator<RoutedPart> {
    if (request.continues.length === 0) yield NOTICE;
    yield* ask(router, order, { request, signal });
  }
  const logger = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const needs = { ask: route, tools: new Map([["look", LOOK]]), logger };
  const parts: RoutedPart[] = [];
  for await (const part of answerWithTools(needs, REQUEST, new AbortController().signal)) parts.push(part);

  const call = (toolCallId: string) => [
    { type: "tool-call", toolCallId, toolName: "look", inputText: '{"at":1}' },
    { type: "tool-result", toolCallId, toolName: "look", output: 'saw {"at":1}', isError: false },
  ];
  expect(parts.filter(({ type }) => type === "rewind")).toHaveLength(2);
  expect(standing(parts).reduce(foldStreamPart, [])).toEqual([
    { type: "notice", code: "context-trimmed", messagesLeftOut: 2 },
    { type: "text", text: "Let me look." },
    ...call("call-0"),
    ...call("call-0-2"),
    { type: "text", text: "There is one thing and no other." },
  ]);
  expect(parts.at(-1)).toEqual({ type: "finish", reason: "stop" });
});
