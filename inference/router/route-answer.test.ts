import { describe, expect, test } from "vitest";
import type { StreamPart } from "#contracts/stream-part.ts";
import type { ChatRequest } from "#inference/chat-model.ts";
import { makeCandidate } from "./testing-candidate.ts";
import { errorPart, makeUsage, scripted, type ScriptStep, scriptModel, wholeAnswer } from "./testing-models.ts";
import { ask, collect, contentOf, makeRouter, standing } from "./testing-router.ts";

const [a, b, c] = [makeCandidate("a"), makeCandidate("b"), makeCandidate("c")] as const;
const text = (...words: string[]): StreamPart[] => words.map((word) => ({ type: "text-delta", text: word }));
const typesOf = (parts: readonly { type: string }[]): string[] => parts.map(({ type }) => type);

describe("one candidate", () => {
  test("its answer passes through, and its one attempt is told twice", async () => {
    const ctx = makeRouter(scripted({ a: [wholeAnswer("Hello", " you")] }));
    const parts = await collect(ask(ctx, [a]));
    expect(parts).toEqual(wholeAnswer("Hello", " you"));
    expect(ctx.attempts.map(({ outcome }) => outcome)).toEqual(["running", "ended"]);
    expect(ctx.settled()[0]).toMatchObject({
      number: 1,
      kind: "first",
      deploymentId: "a",
      requestId: "req",
      outputCharacters: 9,
      usage: { outputTokens: 2 },
      fromPart: 0,
      failure: null,
    });
  });

  test("is asked once more after a moment when it fails with what may pass", async () => {
    const ctx = makeRouter(scripted({ a: [[errorPart("provider-unavailable")], wholeAnswer("Hello")] }));
    expect(contentOf(await collect(ask(ctx, [a])))).toEqual([{ type: "text", text: "Hello" }]);
    expect(ctx.settled().map(({ kind, outcome }) => [kind, outcome])).toEqual([
      ["first", "failed"],
      ["retry", "ended"],
    ]);
  });

  test.each([
    "provider-key-invalid",
    "provider-permission-denied",
    "model-unavailable",
    "provider-request-rejected",
    "provider-content-filtered",
  ] as const)("is not asked once more after %s", async (code) => {
    const ctx = makeRouter(scripted({ a: [[errorPart(code)]] }));
    expect((await collect(ask(ctx, [a]))).at(-1)).toMatchObject({ type: "error", error: { code } });
    expect(ctx.settled()).toHaveLength(1);
  });

  test("goes on with its own words after it broke off in the middle", async () => {
    const requests: ChatRequest[] = [];
    const first = [...text("One ", "two "), errorPart("provider-stream-broken")];
    const ctx = makeRouter(scripted({ a: [first, wholeAnswer("three")] }, requests));
    const parts = await collect(ask(ctx, [a]));
    expect(contentOf(parts)).toEqual([{ type: "text", text: "One two three" }]);
    expect(requests[1]?.continues).toEqual([{ type: "text", text: "One two " }]);
    expect(ctx.settled()[1]).toMatchObject({ kind: "retry", fromPart: 2 });
  });

  test("fails visibly with its own failure after so many calls that brought nothing", async () => {
    const ctx = makeRouter(scripted({ a: [[errorPart("provider-unavailable")]] }));
    const parts = await collect(ask(ctx, [a]));
    expect(parts).toEqual([errorPart("provider-unavailable")]);
    expect(ctx.settled()).toHaveLength(ctx.limits.callsPerDeployment);
  });

  test.each([[[{ type: "throw" }]], [[{ type: "end" }]]] as [ScriptStep[]][])(
    "does harm to nobody when it breaks its promises: %j",
    async (script) => {
      const ctx = makeRouter(scripted({ a: [script], b: [wholeAnswer("Hello")] }));
      expect(contentOf(await collect(ask(ctx, [a, b])))).toEqual([{ type: "text", text: "Hello" }]);
      expect(ctx.settled()).toHaveLength(2);
    },
  );
});

describe("several candidates", () => {
  test.each(["provider-rate-limited", "provider-unreachable", "provider-key-invalid", "model-unavailable"] as const)(
    "the next one answers after %s, and the person sees nothing of it",
    async (code) => {
      const ctx = makeRouter(scripted({ a: [[errorPart(code)]], b: [wholeAnswer("Hello")] }));
      expect(await collect(ask(ctx, [a, b]))).toEqual(wholeAnswer("Hello"));
      expect(ctx.settled().map(({ kind }) => kind)).toEqual(["first", "failover"]);
    },
  );

  test("nobody else is asked about what a safety system refused", async () => {
    const ctx = makeRouter(scripted({ a: [[errorPart("provider-content-filtered")]], b: [wholeAnswer("Hello")] }));
    expect((await collect(ask(ctx, [a, b]))).at(-1)).toMatchObject({ error: { code: "provider-content-filtered" } });
    expect(ctx.settled()).toHaveLength(1);
  });

  test("another one goes on in the middle; all calls together are the usage", async () => {
    const usage: StreamPart = { type: "usage", usage: makeUsage(10, 2) };
    const first = [...text("One ", "two "), usage, errorPart("provider-unavailable")];
    const ctx = makeRouter(scripted({ a: [first], b: [wholeAnswer("three")] }));
    const parts = await collect(ask(ctx, [a, b]));
    expect(contentOf(parts)).toEqual([{ type: "text", text: "One two three" }]);
    expect(parts.slice(-2)).toEqual([
      { type: "usage", usage: makeUsage(11, 3) },
      { type: "finish", reason: "stop" },
    ]);
    expect(ctx.settled().map(({ outcome }) => outcome)).toEqual(["cut", "ended"]);
  });

  test("open reasoning is taken back only when another one has begun to say it anew", async () => {
    const hm: StreamPart = { type: "reasoning-delta", text: "Hm." };
    const ctx = makeRouter(
      scripted({ a: [[hm, hm, errorPart("provider-stream-broken")]], b: [[hm, ...wholeAnswer("Yes")]] }),
    );
    const parts = await collect(ask(ctx, [a, b]));
    expect(typesOf(parts).slice(0, 4)).toEqual(["reasoning-delta", "reasoning-delta", "rewind", "reasoning-delta"]);
    expect(contentOf(parts)).toEqual([
      { type: "reasoning", text: "Hm." },
      { type: "text", text: "Yes" },
    ]);
  });

  test("what was shown stays when nobody is left to say it anew", async () => {
    const hm: StreamPart = { type: "reasoning-delta", text: "Hm." };
    const ctx = makeRouter(
      scripted({ a: [[hm, errorPart("provider-stream-broken")]], b: [[errorPart("model-unavailable")]] }),
      { limits: { ...makeRouter(() => scriptModel([])).limits, callsPerDeployment: 1 } },
    );
    const parts = await collect(ask(ctx, [a, b]));
    expect(typesOf(parts)).toEqual(["reasoning-delta", "error"]);
    expect(parts.at(-1)).toMatchObject({ error: { code: "provider-stream-broken", isRetryable: true } });
  });

  test("an open tool call is taken back and made again", async () => {
    const start: StreamPart = { type: "tool-call-start", toolCallId: "1", toolName: "clock" };
    const delta: StreamPart = { type: "tool-call-delta", toolCallId: "1", inputText: "{}" };
    const end: StreamPart = { type: "tool-call-end", toolCallId: "1" };
    const requests: ChatRequest[] = [];
    const first = [...text("I look."), start, delta, errorPart("provider-stream-broken")];
    const ctx = makeRouter(scripted({ a: [first], b: [[start, delta, end, ...wholeAnswer()]] }, requests));
    const parts = await collect(ask(ctx, [a, b]));
    expect(requests[1]?.continues).toEqual([{ type: "text", text: "I look." }]);
    expect(typesOf(standing(parts))).toEqual([
      "text-delta",
      "tool-call-start",
      "tool-call-delta",
      "tool-call-end",
      "response-start",
      "usage",
      "finish",
    ]);
  });

  test("JSON by a schema is begun anew, for two halves of two models need not fit", async () => {
    const requests: ChatRequest[] = [];
    const first = [...text('{"a":', " 1"), errorPart("provider-stream-broken")];
    const ctx = makeRouter(scripted({ a: [first], b: [wholeAnswer('{"a":2}')] }, requests));
    const request = { answerFormat: { name: "n", schema: {} } };
    const parts = await collect(ask(ctx, [a, b], { request }));
    expect(contentOf(parts)).toEqual([{ type: "text", text: '{"a":2}' }]);
    expect(requests[1]?.continues).toEqual([]);
  });

  test("who begins anew whatever it is shown is not asked in the middle, only for a new answer", async () => {
    const anew = makeCandidate("b", { modelName: "o3-deep-research" });
    const cut = [...text("One "), errorPart("provider-stream-broken")];
    const scripts = { a: [cut], b: [wholeAnswer("two")], c: [wholeAnswer("three")] };
    const ctx = makeRouter(scripted(scripts));
    expect(contentOf(await collect(ask(ctx, [a, anew, c])))).toEqual([{ type: "text", text: "One three" }]);
    const fresh = makeRouter(scripted({ ...scripts, a: [[errorPart("provider-unavailable")]] }));
    expect(contentOf(await collect(ask(fresh, [a, anew, c])))).toEqual([{ type: "text", text: "two" }]);
  });

  test("the model that was asked for is tried once more before another model stands in for it", async () => {
    const other = makeCandidate("b", { modelId: "other" });
    const ctx = makeRouter(
      scripted({ a: [[errorPart("provider-unavailable")], wholeAnswer("Hello")], b: [wholeAnswer("Hi")] }),
    );
    expect(contentOf(await collect(ask(ctx, [a, other])))).toEqual([{ type: "text", text: "Hello" }]);
    const down = makeRouter(scripted({ a: [[errorPart("provider-unavailable")]], b: [wholeAnswer("Hi")] }));
    expect(contentOf(await collect(ask(down, [a, other])))).toEqual([{ type: "text", text: "Hi" }]);
    expect(down.settled().map(({ deploymentId }) => deploymentId)).toEqual(["a", "a", "b"]);
  });

  test("of several failures the one is told that may pass", async () => {
    const scripts = { a: [[errorPart("provider-unavailable")]], b: [[errorPart("provider-key-invalid")]] };
    const parts = await collect(ask(makeRouter(scripted(scripts)), [a, b]));
    expect(parts).toEqual([errorPart("provider-unavailable")]);
  });

  test("nobody at all is a failure too", async () => {
    const ctx = makeRouter(scripted({}));
    expect(await collect(ask(ctx, []))).toMatchObject([{ type: "error", error: { code: "model-unavailable" } }]);
    expect(ctx.attempts).toEqual([]);
  });
});
