import { expect, test } from "vitest";
import type { StreamPart } from "#contracts/stream-part.ts";
import { createAnswer } from "#inference/wire/answer.ts";
import { fromEvent } from "./from-event.ts";

function read(...chunks: unknown[]): StreamPart[] {
  const answer = { ...createAnswer("m"), hasStarted: true };
  return chunks.flatMap((chunk) => fromEvent(answer, { event: "", data: JSON.stringify(chunk) }));
}

const toolCalls = (...calls: object[]): object => ({ choices: [{ delta: { tool_calls: calls } }] });

test("both names for reasoning are reasoning", () => {
  expect(
    read({ choices: [{ delta: { reasoning: "a" } }] }, { choices: [{ delta: { reasoning_content: "b" } }] }),
  ).toEqual([
    { type: "reasoning-delta", text: "a" },
    { type: "reasoning-delta", text: "b" },
  ]);
});

test("content in parts is read part by part", () => {
  const content = [
    { type: "thinking", thinking: [{ type: "text", text: "hm" }] },
    { type: "text", text: "yes" },
  ];
  expect(read({ choices: [{ delta: { content } }] })).toEqual([
    { type: "reasoning-delta", text: "hm" },
    { type: "text-delta", text: "yes" },
  ]);
});

test("an answer other than the first is not ours", () => {
  expect(read({ choices: [{ index: 1, delta: { content: "other" } }] })).toEqual([]);
});

test("a usage that makes no sense does not cost the answer", () => {
  const choices = [{ delta: { content: "a" } }];
  expect(read({ choices, usage: { prompt_tokens: -1, completion_tokens: "many" } })).toEqual([
    { type: "text-delta", text: "a" },
  ]);
});

test("a server that gives every tool call the index 0 still makes two of two", () => {
  const parts = read(
    toolCalls({ index: 0, id: "a", function: { name: "one", arguments: "{}" } }),
    toolCalls({ index: 0, id: "b", function: { name: "two", arguments: "[]" } }),
  );
  expect(parts).toEqual([
    { type: "tool-call-start", toolCallId: "a", toolName: "one" },
    { type: "tool-call-delta", toolCallId: "a", inputText: "{}" },
    { type: "tool-call-end", toolCallId: "a" },
    { type: "tool-call-start", toolCallId: "b", toolName: "two" },
    { type: "tool-call-delta", toolCallId: "b", inputText: "[]" },
  ]);
});

test("tool calls that share an id, or have none, are told apart", () => {
  const parts = read(
    toolCalls({ index: 0, id: "", function: { name: "one" } }, { index: 1, id: "call-0", function: { name: "two" } }),
  );
  expect(parts).toEqual([
    { type: "tool-call-start", toolCallId: "call-0", toolName: "one" },
    { type: "tool-call-start", toolCallId: "call-0-1", toolName: "two" },
  ]);
});

test.each([
  [{ error: { message: "Too fast", code: "rate_limit_exceeded" } }, "provider-rate-limited"],
  [{ error: { message: "No money", type: "insufficient_quota" } }, "provider-permission-denied"],
  [{ error: "out of memory" }, "provider-stream-broken"],
])("an error inside the stream, %j, ends it as %s", (chunk, code) => {
  expect(() => read(chunk)).toThrow(expect.objectContaining({ code }));
});

test("what is not of the protocol's shape is refused", () => {
  expect(() => read({ choices: "none" })).toThrow(expect.objectContaining({ code: "provider-stream-broken" }));
  expect(() => read({ choices: [{ delta: { content: 7 } }] })).toThrow(/makes no sense/);
});

test("a tool call's names can be stored whatever a provider puts into them, and its chunks stay one call", () => {
  const chunk = (argumentText: string) =>
    toolCalls({ index: 0, id: "a\u0000\ud800", function: { name: "look\u0000up", arguments: argumentText } });
  expect(read(chunk("{"), chunk("}"))).toEqual([
    { type: "tool-call-start", toolCallId: "a\ufffd", toolName: "lookup" },
    { type: "tool-call-delta", toolCallId: "a\ufffd", inputText: "{" },
    { type: "tool-call-delta", toolCallId: "a\ufffd", inputText: "}" },
  ]);
});

test("what Azure's filter made of the question is not the answer's beginning", () => {
  const answer = createAnswer("our-deployment");
  const filter = {
    id: "",
    model: "",
    choices: [],
    prompt_filter_results: [{ prompt_index: 0, content_filter_results: {} }],
  };
  const first = { model: "gpt-5.6", choices: [{ index: 0, delta: { role: "assistant", content: "" } }] };
  const parts = [filter, first].flatMap((chunk) => fromEvent(answer, { event: "", data: JSON.stringify(chunk) }));
  expect(parts[0]).toEqual({ type: "response-start", modelName: "gpt-5.6", requestId: null });
});

test("what Azure's filters say later, with and without a piece of the answer, changes nothing", () => {
  const results = { hate: { filtered: false, severity: "safe" }, error: { code: "content_filter_error" } };
  expect(
    read(
      { choices: [{ index: 0, delta: { content: "a" }, finish_reason: null, content_filter_results: results }] },
      { choices: [{ index: 0, finish_reason: null, content_filter_results: results, content_filter_offsets: {} }] },
    ),
  ).toEqual([{ type: "text-delta", text: "a" }]);
});
