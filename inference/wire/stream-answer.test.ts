import { expect, test } from "vitest";
import type { StreamPart } from "#contracts/stream-part.ts";
import { ANSWER_LENGTH_MAX, STREAM_BYTES_MAX } from "#inference/size-limits.ts";
import { TIME_LIMITS } from "#inference/time-limits.ts";
import { fromEvent } from "./openai-chat/from-event.ts";
import { streamAnswer } from "./stream-answer.ts";

const SECRET = "sk-secret-0123456789";

/** Reads an answer whose body is these texts, each in a read of its own, without a network. */
async function read(texts: Iterable<string>, headers: Record<string, string> = {}): Promise<StreamPart[]> {
  const pieces = texts[Symbol.iterator]();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull(controller): void {
      const next = pieces.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
  });
  const open = async (): Promise<Response> =>
    new Response(body, { headers: { "content-type": "text/event-stream", ...headers } });
  const call = { modelName: "m", apiKey: SECRET, timeLimits: TIME_LIMITS, continues: [], open, fromEvent };
  const parts: StreamPart[] = [];
  for await (const part of streamAnswer(call, new AbortController().signal)) parts.push(part);
  return parts;
}

const event = (fields: object): string => `data: ${JSON.stringify(fields)}\n\n`;
const delta = (fields: object): string => event({ choices: [{ delta: fields }] });

function* repeat(text: string, times: number): Generator<string> {
  for (let index = 0; index < times; index += 1) yield text;
}

test("an answer longer than the limit ends in an error that says so, and what came before stands", async () => {
  const piece = delta({ content: "x".repeat(1_000_000) });
  const parts = await read(repeat(piece, ANSWER_LENGTH_MAX / 1_000_000 + 1));
  expect(parts.filter(({ type }) => type === "text-delta")).toHaveLength(ANSWER_LENGTH_MAX / 1_000_000);
  expect(parts.at(-1)).toMatchObject({ type: "error", error: { code: "provider-stream-broken", isRetryable: false } });
});

test("an answer cannot consist of tool calls without number", async () => {
  const calls = Array.from({ length: 9_000 }, (_none, index) => ({ index, id: `${index}`, function: { name: "f" } }));
  const parts = await read(calls.map((call) => delta({ tool_calls: [call] })));
  expect(parts.length).toBeLessThan(9_000);
  expect(parts.at(-1)).toMatchObject({ type: "error", error: { isRetryable: false } });
});

test("a stream of nothing but comments is not read for ever", async () => {
  const comment = `: ${"x".repeat(3_000_000)}\n\n`;
  const parts = await read(repeat(comment, Math.ceil(STREAM_BYTES_MAX / comment.length) + 1));
  expect(parts).toMatchObject([{ type: "error", error: { message: expect.stringContaining("larger than") } }]);
});

test("a key in an error inside the stream is struck out", async () => {
  const parts = await read([event({ error: { message: `The key ${SECRET} has expired` } })]);
  expect(parts.at(-1)).toMatchObject({ type: "error", error: { message: expect.stringContaining("[key]") } });
  expect(JSON.stringify(parts)).not.toContain(SECRET);
});

test("the last word without a finish reason ends the answer for a reason that nobody gave", async () => {
  const parts = await read([delta({ content: "a" }), "data: [DONE]\n\n"]);
  expect(parts.at(-1)).toEqual({ type: "finish", reason: "other" });
});

test("what follows the last word is not read", async () => {
  const parts = await read(["data: [DONE]\n\n", delta({ content: "late" })]);
  expect(parts).toEqual([{ type: "finish", reason: "other" }]);
});

test("the usage that a broken answer reported is passed on before the error", async () => {
  const usage = { prompt_tokens: 7, completion_tokens: 2 };
  const parts = await read([event({ choices: [{ delta: { content: "a" } }], usage })]);
  expect(parts.map(({ type }) => type)).toEqual(["response-start", "text-delta", "usage", "error"]);
});

test("of several usages the last one counts, once", async () => {
  const report = (completion_tokens: number): string =>
    event({ choices: [{ delta: {}, finish_reason: "stop" }], usage: { prompt_tokens: 1, completion_tokens } });
  const parts = await read([report(1), report(2), report(3)]);
  expect(parts.filter(({ type }) => type === "usage")).toMatchObject([{ usage: { outputTokens: 3 } }]);
});

test("headers that say that nothing is left stand in the first part, for whoever wants to ask next", async () => {
  const spent = { "x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "3s" };
  const parts = await read([delta({ content: "Hello" }), "data: [DONE]\n\n"], spent);
  expect(parts[0]).toMatchObject({ type: "response-start", restMs: 3_000 });
});
