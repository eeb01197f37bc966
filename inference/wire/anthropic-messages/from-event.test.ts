import { expect, test } from "vitest";
import type { StreamPart } from "#contracts/stream-part.ts";
import { createAnswer } from "#inference/wire/answer.ts";
import { fromEvent } from "./from-event.ts";

function read(...events: unknown[]): StreamPart[] {
  const answer = createAnswer("m");
  return events.flatMap((event) => fromEvent(answer, { event: "", data: JSON.stringify(event) }));
}

test("events that Anthropic may add one day pass by", () => {
  expect(read({ type: "ping" }, { type: "weather_report", index: "x" })).toEqual([]);
});

test("an event that we know in a shape that we do not is refused", () => {
  expect(() => read({ type: "content_block_delta", index: "zero" })).toThrow(
    expect.objectContaining({ code: "provider-stream-broken" }),
  );
});

test("a message that starts twice starts once", () => {
  const start = { type: "message_start", message: { model: "claude" } };
  expect(read(start, start)).toEqual([{ type: "response-start", modelName: "claude", requestId: null }]);
});

test("signatures and blocks of kinds that we do not show carry nothing", () => {
  expect(
    read(
      { type: "content_block_start", index: 0, content_block: { type: "redacted_thinking", data: "secret" } },
      { type: "content_block_delta", index: 0, delta: { type: "signature_delta", signature: "abc" } },
      { type: "content_block_stop", index: 0 },
    ),
  ).toEqual([]);
});

test("an overloaded provider is one to try again", () => {
  expect(() => read({ type: "error", error: { type: "overloaded_error", message: "Overloaded" } })).toThrow(
    expect.objectContaining({ code: "provider-unavailable", isRetryable: true }),
  );
});

test("a tool call's names can be stored whatever a provider puts into them", () => {
  const block = { type: "tool_use", id: "a\u0000\ud800", name: "look\u0000up" };
  expect(read({ type: "content_block_start", index: 0, content_block: block })).toEqual([
    { type: "tool-call-start", toolCallId: "a\ufffd", toolName: "lookup" },
  ]);
});

test("a message in one piece is read as if it had been told", () => {
  const content = [
    { type: "thinking", thinking: "Hm.", signature: "abc" },
    { type: "text", text: "Let me look." },
    { type: "tool_use", id: "toolu_1", name: "look", input: { at: "it" } },
  ];
  const usage = { input_tokens: 3, output_tokens: 9, output_tokens_details: { thinking_tokens: 4 } };
  expect(read({ type: "message", model: "claude", content, stop_reason: "tool_use", usage })).toEqual([
    { type: "response-start", modelName: "claude", requestId: null },
    { type: "reasoning-delta", text: "Hm." },
    { type: "text-delta", text: "Let me look." },
    { type: "tool-call-start", toolCallId: "toolu_1", toolName: "look" },
    { type: "tool-call-delta", toolCallId: "toolu_1", inputText: '{"at":"it"}' },
    { type: "tool-call-end", toolCallId: "toolu_1" },
  ]);
});
