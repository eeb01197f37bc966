import { expect, test } from "vitest";
import type { StreamPart } from "#contracts/stream-part.ts";
import { createAnswer, type Answer } from "#inference/wire/answer.ts";
import { fromEvent } from "./from-event.ts";

function readInto(answer: Answer, ...chunks: unknown[]): StreamPart[] {
  return chunks.flatMap((chunk) => fromEvent(answer, { event: "", data: JSON.stringify(chunk) }));
}

const read = (...chunks: unknown[]): StreamPart[] => readInto(createAnswer("m"), ...chunks).slice(1);
const says = (...parts: unknown[]) => ({ candidates: [{ content: { role: "model", parts }, index: 0 }] });
const ends = (finishReason: string) => ({ candidates: [{ finishReason }] });

test("the first chunk names the model that answers and the answer itself", () => {
  const chunk = { ...says({ text: "Hi" }), modelVersion: "gemini-3.8-flash-001", responseId: "abc" };
  expect(readInto(createAnswer("gemini-3.8-flash"), chunk, chunk)).toEqual([
    { type: "response-start", modelName: "gemini-3.8-flash-001", requestId: "abc" },
    { type: "text-delta", text: "Hi" },
    { type: "text-delta", text: "Hi" },
  ]);
});

test("thoughts are reasoning, and signatures, images and code that Google runs carry nothing", () => {
  expect(
    read(
      says({ text: "Hm.", thought: true }, { text: "", thoughtSignature: "c2ln" }, { text: "So" }),
      says({ inlineData: { mimeType: "image/png", data: "AA" } }, { executableCode: { code: "1" } }),
    ),
  ).toEqual([
    { type: "reasoning-delta", text: "Hm." },
    { type: "text-delta", text: "So" },
  ]);
});

test("function calls come whole, several in one chunk, and STOP behind them means that they are to be run", () => {
  const answer = createAnswer("m");
  const parts = readInto(
    answer,
    says({ functionCall: { id: "a", name: "add", args: { x: 1 } } }, { functionCall: { id: "b", name: "now" } }),
    ends("STOP"),
  );
  expect(parts.slice(1)).toEqual([
    { type: "tool-call-start", toolCallId: "a", toolName: "add" },
    { type: "tool-call-delta", toolCallId: "a", inputText: '{"x":1}' },
    { type: "tool-call-end", toolCallId: "a" },
    { type: "tool-call-start", toolCallId: "b", toolName: "now" },
    { type: "tool-call-delta", toolCallId: "b", inputText: "{}" },
    { type: "tool-call-end", toolCallId: "b" },
  ]);
  expect(answer.finishReason).toBe("tool-calls");
});

test("the signature that comes with a call is told by the id that the call got", () => {
  const told: string[][] = [];
  const data = JSON.stringify(says({ functionCall: { name: "f" }, thoughtSignature: "c2ln" }));
  const parts = fromEvent(createAnswer("m"), { event: "", data }, (...signed) => told.push(signed));
  const [id] = parts.flatMap((part) => (part.type === "tool-call-start" ? [part.toolCallId] : []));
  expect(told).toEqual([[id, "c2ln"]]);
});

test("calls without an id, or with the same one, get ids that no other call has", () => {
  const call = (id?: string) => ({ functionCall: { id, name: "f" } });
  const ids = [...read(says(call(), call())), ...read(says(call(), call("x"), call("x")))].flatMap((part) =>
    part.type === "tool-call-start" ? [part.toolCallId] : [],
  );
  expect(new Set(ids).size).toBe(5);
  expect(ids.every((id) => id.length > 0)).toBe(true);
});

test.each([
  ["STOP", "stop"],
  ["MAX_TOKENS", "length"],
  ["CONTINUATION", "length"],
  ["SAFETY", "content-filter"],
  ["RECITATION", "content-filter"],
  ["PROHIBITED_CONTENT", "content-filter"],
  ["BLOCKLIST", "content-filter"],
  ["SPII", "content-filter"],
  ["LANGUAGE", "other"],
  ["WHATEVER_COMES_ONE_DAY", "other"],
])("%s ends an answer as %s", (reason, expected) => {
  const answer = createAnswer("m");
  readInto(answer, ends(reason));
  expect(answer.finishReason).toBe(expected);
});

test("a reason that is none does not make an answer whole", () => {
  const answer = createAnswer("m");
  readInto(answer, ends("FINISH_REASON_UNSPECIFIED"), says({ text: "a" }));
  expect(answer.finishReason).toBeNull();
});

test.each(["MALFORMED_FUNCTION_CALL", "UNEXPECTED_TOOL_CALL", "MALFORMED_RESPONSE"])(
  "%s is a broken answer that another call may do better, and what it cost is kept",
  (finishReason) => {
    const answer = createAnswer("m");
    const chunk = { candidates: [{ finishReason, finishMessage: "print(" }], usageMetadata: { promptTokenCount: 4 } };
    expect(() => readInto(answer, chunk)).toThrow(
      expect.objectContaining({
        code: "provider-stream-broken",
        isRetryable: true,
        message: expect.stringContaining("print("),
      }),
    );
    expect(answer.usage?.inputTokens).toBe(4);
  },
);

test("a question that the filter refuses is an error that says why, not an empty answer", () => {
  const feedback = { promptFeedback: { blockReason: "PROHIBITED_CONTENT" }, usageMetadata: { promptTokenCount: 4 } };
  const answer = createAnswer("m");
  expect(() => readInto(answer, feedback)).toThrow(
    expect.objectContaining({
      code: "provider-content-filtered",
      isRetryable: false,
      message: expect.stringContaining("PROHIBITED_CONTENT"),
    }),
  );
  expect(answer.usage?.inputTokens).toBe(4);
});

test("ratings of a question that was let through are no refusal", () => {
  expect(read({ ...says({ text: "a" }), promptFeedback: { safetyRatings: [] } })).toHaveLength(1);
});

test("another candidate than the one that was asked for is not ours", () => {
  expect(read({ candidates: [{ index: 1, content: { parts: [{ text: "no" }] }, finishReason: "STOP" }] })).toEqual([]);
});

test("an answer in one piece is a list of chunks, or one", () => {
  expect(read([says({ text: "a" }), says({ text: "b" })])).toEqual([
    { type: "text-delta", text: "a" },
    { type: "text-delta", text: "b" },
  ]);
});

test("a usage that makes no sense costs nobody the answer", () => {
  const answer = createAnswer("m");
  readInto(answer, { ...says({ text: "a" }), usageMetadata: { promptTokenCount: -1 } });
  expect(answer.usage).toBeNull();
});

test("an error in the middle of a stream says by its code whether to try again", () => {
  const error = { code: 503, message: "The model is overloaded.", status: "UNAVAILABLE" };
  expect(() => read({ error })).toThrow(expect.objectContaining({ code: "provider-unavailable", isRetryable: true }));
});

test.each([{ candidates: "none" }, { candidates: [{ content: { parts: [{ text: 7 }] } }] }, 7, "text", null])(
  "%j is refused",
  (chunk) => {
    expect(() => read(chunk)).toThrow(expect.objectContaining({ code: "provider-stream-broken" }));
  },
);

test("a tool call's names can be stored whatever a provider puts into them", () => {
  const [call] = read(says({ functionCall: { id: "a\u0000\ud800", name: "look\u0000up" } }));
  expect(call).toEqual({ type: "tool-call-start", toolCallId: "a\ufffd", toolName: "lookup" });
});

test("what Google says of why it stopped the model is a refusal", () => {
  const chunk = { candidates: [{ finishReason: "SAFETY", finishMessage: "Not this." }] };
  expect(read(chunk)).toEqual([{ type: "refusal-delta", text: "Not this." }]);
});

test("arguments that are nested without end break one answer and nothing else", () => {
  const args = `{"a":${"[".repeat(200_000)}${"]".repeat(200_000)}}`;
  const data = `{"candidates":[{"content":{"parts":[{"functionCall":{"name":"f","args":${args}}}]}}]}`;
  expect(() => fromEvent(createAnswer("m"), { event: "", data })).toThrow(
    expect.objectContaining({ code: "provider-stream-broken" }),
  );
});
