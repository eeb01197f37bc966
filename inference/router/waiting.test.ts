import { describe, expect, test } from "vitest";
import type { StreamPart } from "#contracts/stream-part.ts";
import { makeCandidate } from "./testing-candidate.ts";
import { TestingClock } from "./testing-clock.ts";
import { errorPart, scripted, type ScriptStep, wholeAnswer } from "./testing-models.ts";
import { ask, collect, contentOf, makeRouter } from "./testing-router.ts";

const [a, b] = [makeCandidate("a"), makeCandidate("b")] as const;
const text = (...words: string[]): StreamPart[] => words.map((word) => ({ type: "text-delta", text: word }));
const typesOf = (parts: readonly { type: string }[]): string[] => parts.map(({ type }) => type);

describe("waiting", () => {
  test("who asked for a pause is left alone exactly that long, and asked after it where there is nobody else", async () => {
    const clock = new TestingClock();
    const scripts = { a: [[errorPart("provider-rate-limited", { retryAfterMs: 7_000 })], wholeAnswer("Hello")] };
    const ctx = makeRouter(scripted(scripts), { clock });
    const answer = collect(ask(ctx, [a]));
    await clock.advance(6_999);
    expect(ctx.attempts.filter(({ outcome }) => outcome === "running")).toHaveLength(1);
    await clock.advance(1);
    expect(contentOf(await answer)).toEqual([{ type: "text", text: "Hello" }]);
    const [first, second] = ctx.settled();
    expect((second?.startedAt ?? 0) - (first?.endedAt ?? 0)).toBe(7_000);
  });

  test("who says in a good answer that nothing is left of its limit is left alone from then on", async () => {
    const start: StreamPart = { type: "response-start", modelName: "m", requestId: null, restMs: 4_000 };
    const ctx = makeRouter(scripted({ a: [[start, ...wholeAnswer("Hello").slice(1)]], b: [wholeAnswer("Hi")] }));
    await collect(ask(ctx, [a, b]));
    expect(ctx.health.read("a", ctx.clock.now()).restUntil).toBe(ctx.clock.now() + 4_000);
    expect(contentOf(await collect(ask(ctx, [a, b])))).toEqual([{ type: "text", text: "Hi" }]);
  });

  test("nobody waits longer than is bearable: the failure says when to come again", async () => {
    const ctx = makeRouter(scripted({ a: [[errorPart("provider-rate-limited", { retryAfterMs: 60_000 })]] }));
    expect((await collect(ask(ctx, [a]))).at(-1)).toMatchObject({ error: { retryAfterMs: 60_000, isRetryable: true } });
    expect(await collect(ask(ctx, [a]))).toMatchObject([
      { type: "error", error: { code: "provider-rate-limited", retryAfterMs: 60_000 } },
    ]);
    expect(ctx.settled()).toHaveLength(1);
  });

  test("nobody waits beyond the deadline, and no call outlives it", async () => {
    const clock = new TestingClock();
    const scripts = { a: [[errorPart("provider-rate-limited", { retryAfterMs: 3_000 })]] };
    const ctx = makeRouter(scripted(scripts), { clock });
    const parts = await collect(ask(ctx, [a], { deadlineAt: clock.now() + 2_000 }));
    expect(parts.at(-1)).toMatchObject({ error: { code: "provider-rate-limited" } });
    const hanging = makeRouter(scripted({ a: [[...text("One "), { type: "wait", until: new Promise(() => {}) }]] }), {
      clock,
    });
    const answer = collect(ask(hanging, [a], { deadlineAt: clock.now() + 5_000 }));
    await clock.advance(5_000);
    expect(typesOf(await answer)).toEqual(["text-delta", "error"]);
    expect(hanging.settled()).toMatchObject([{ outcome: "stalled", failure: { code: "interrupted" } }]);
  });

  test("who falls silent in the middle is followed by somebody else", async () => {
    const clock = new TestingClock();
    const hanging: ScriptStep[] = [...text("One "), { type: "wait", until: new Promise(() => {}) }];
    const ctx = makeRouter(scripted({ a: [hanging], b: [wholeAnswer("two")] }), { clock });
    const answer = collect(ask(ctx, [a, b]));
    await clock.advance(ctx.limits.stallMs);
    expect(contentOf(await answer)).toEqual([{ type: "text", text: "One two" }]);
    expect(ctx.settled()).toMatchObject([{ outcome: "stalled" }, { outcome: "ended", kind: "failover" }]);
  });

  test("a reader who takes a long time is no silence of the provider", async () => {
    const clock = new TestingClock();
    const ctx = makeRouter(scripted({ a: [wholeAnswer("One ", "two ", "three")] }), { clock });
    for await (const part of ask(ctx, [a])) if (part.type === "text-delta") await clock.advance(10 * 60_000);
    expect(ctx.settled()).toMatchObject([{ outcome: "ended" }]);
  });
});

describe("a person's stop", () => {
  test("ends the answer silently and at once, and is no failure of the deployment", async () => {
    const controller = new AbortController();
    const hanging: ScriptStep[] = [...text("One "), { type: "wait", until: new Promise(() => {}) }];
    const ctx = makeRouter(scripted({ a: [hanging], b: [wholeAnswer("two")] }));
    const answer = collect(ask(ctx, [a, b], { signal: controller.signal }));
    await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    expect(typesOf(await answer)).toEqual(["text-delta"]);
    expect(ctx.settled()).toMatchObject([{ outcome: "cancelled", failure: null, outputCharacters: 4 }]);
    expect(ctx.health.read("a", ctx.clock.now())).toMatchObject({ inFlight: 0, lasting: { calls: 0 } });
  });

  test("before anything was asked asks nobody", async () => {
    const ctx = makeRouter(scripted({ a: [wholeAnswer("One")] }));
    expect(await collect(ask(ctx, [a], { signal: AbortSignal.abort() }))).toEqual([]);
    expect(ctx.attempts).toEqual([]);
  });

  test("during a pause ends the pause", async () => {
    const controller = new AbortController();
    const ctx = makeRouter(scripted({ a: [[errorPart("provider-rate-limited", { retryAfterMs: 9_000 })]] }));
    const answer = collect(ask(ctx, [a], { signal: controller.signal }));
    await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    expect(await answer).toEqual([]);
  });

  test("a reader who leaves settles what runs", async () => {
    const ctx = makeRouter(scripted({ a: [wholeAnswer("One", "two")] }));
    for await (const part of ask(ctx, [a])) if (part.type === "text-delta") break;
    expect(ctx.settled()).toMatchObject([{ outcome: "cancelled" }]);
  });
});
