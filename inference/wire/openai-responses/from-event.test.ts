import { expect, test } from "vitest";
import type { StreamPart } from "#contracts/stream-part.ts";
import { createAnswer, type Answer } from "#inference/wire/answer.ts";
import { fromEvent } from "./from-event.ts";

function readInto(answer: Answer, ...events: unknown[]): StreamPart[] {
  return events.flatMap((event) => fromEvent(answer, { event: "", data: JSON.stringify(event) }));
}

const read = (...events: unknown[]): StreamPart[] => readInto(createAnswer("m"), ...events);

const call = (index: number, fields: object): object => ({
  type: "response.output_item.added",
  output_index: index,
  item: { type: "function_call", ...fields },
});
const input = (index: number, delta: string): object => ({
  type: "response.function_call_arguments.delta",
  output_index: index,
  delta,
});

test("calls that are written at the same time are told apart by their places", () => {
  expect(
    read(
      call(1, { call_id: "a", name: "one" }),
      call(2, { call_id: "b", name: "two" }),
      input(2, "{}"),
      input(1, '{"x":'),
      input(1, "1}"),
      { type: "response.output_item.done", output_index: 1, item: { type: "function_call" } },
    ),
  ).toEqual([
    { type: "tool-call-start", toolCallId: "a", toolName: "one" },
    { type: "tool-call-start", toolCallId: "b", toolName: "two" },
    { type: "tool-call-delta", toolCallId: "b", inputText: "{}" },
    { type: "tool-call-delta", toolCallId: "a", inputText: '{"x":' },
    { type: "tool-call-delta", toolCallId: "a", inputText: "1}" },
    { type: "tool-call-end", toolCallId: "a" },
  ]);
});

test("thoughts and their summaries are reasoning, each summary a paragraph", () => {
  expect(
    read(
      { type: "response.reasoning_summary_part.added", summary_index: 0 },
      { type: "response.reasoning_summary_text.delta", delta: "First." },
      { type: "response.reasoning_summary_part.added", summary_index: 1 },
      { type: "response.reasoning_summary_text.delta", delta: "Then." },
      { type: "response.reasoning_text.delta", delta: "!" },
    ).map((part) => (part.type === "reasoning-delta" ? part.text : part)),
  ).toEqual(["First.", "\n\n", "Then.", "!"]);
});

test.each([
  [{ type: "response.completed", response: { incomplete_details: null } }, "stop"],
  [{ type: "response.incomplete", response: { incomplete_details: { reason: "max_output_tokens" } } }, "length"],
  [{ type: "response.incomplete", response: { incomplete_details: { reason: "content_filter" } } }, "content-filter"],
  [{ type: "response.incomplete", response: { incomplete_details: { reason: "steered" } } }, "other"],
])("%j is the last word: %s", (event, reason) => {
  const answer = createAnswer("m");
  expect(readInto(answer, event)).toEqual([]);
  expect(answer).toMatchObject({ finishReason: reason, isTerminated: true });
});

test("an answer that called tools ended for them", () => {
  const answer = createAnswer("m");
  readInto(answer, call(0, { call_id: "a", name: "one" }), { type: "response.completed", response: {} });
  expect(answer.finishReason).toBe("tool-calls");
});

test("cached, written and reasoning tokens leave the numbers that they are counted in", () => {
  const answer = createAnswer("m");
  const usage = {
    input_tokens: 100,
    input_tokens_details: { cached_tokens: 60, cache_write_tokens: 30 },
    output_tokens: 50,
    output_tokens_details: { reasoning_tokens: 20 },
  };
  readInto(answer, { type: "response.completed", response: { usage } });
  expect(answer.usage).toEqual({
    inputTokens: 10,
    cachedInputTokens: 60,
    cacheWriteTokens: 30,
    outputTokens: 30,
    reasoningTokens: 20,
    audioInputTokens: 0,
    audioOutputTokens: 0,
  });
});

test.each([
  [
    { type: "response.failed", response: { error: { code: "rate_limit_exceeded", message: "Slower." } } },
    "provider-rate-limited",
  ],
  [
    { type: "response.failed", response: { error: { code: "server_error", message: "Oops." } } },
    "provider-unavailable",
  ],
  [{ type: "error", code: "server_error", message: "Oops.", param: null }, "provider-unavailable"],
  [{ type: "error", error: { type: "insufficient_quota", message: "No money." } }, "provider-permission-denied"],
])("%j ends it as %s", (event, code) => {
  expect(() => read(event)).toThrow(expect.objectContaining({ code }));
});

test("events that OpenAI may add one day pass by, and known ones in another shape are refused", () => {
  expect(read({ type: "response.weather.delta", delta: 7 }, { type: "response.in_progress" })).toEqual([]);
  expect(() => read({ type: "response.output_text.delta", delta: 7 })).toThrow(/makes no sense/);
});
