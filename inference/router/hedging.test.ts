import { describe, expect, test } from "vitest";
import type { ChatModel } from "#inference/chat-model.ts";
import type { Candidate } from "./candidate.ts";
import { CallBudget } from "./call-budget.ts";
import { HealthBoard } from "./health/health-board.ts";
import { makeCandidate } from "./testing-candidate.ts";
import { TestingClock } from "./testing-clock.ts";
import { errorPart, type ScriptStep, scriptModel, wholeAnswer } from "./testing-models.ts";
import { ask, collect, contentOf, makeRouter, type TestingRouter } from "./testing-router.ts";

const [a, b] = [makeCandidate("a"), makeCandidate("b")] as const;
const other = makeCandidate("other", { modelId: "other" });
const NEVER = new Promise(() => {});

/** A deployment that is known to take 100 ms, and candidates with these scripts. */
function surround(scripts: Record<string, readonly ScriptStep[]>, budget = new CallBudget({ share: 1, floor: 9 })) {
  const clock = new TestingClock();
  const health = new HealthBoard("test");
  for (const id of ["a", "b"])
    for (let call = 0; call < 50; call += 1)
      health.begin(id, { startedAt: clock.now() - 100, isNewAnswer: true }, clock.now());
  const createChatModel = ({ deploymentId }: Candidate): ChatModel => scriptModel(scripts[deploymentId] ?? []);
  return { clock, ctx: makeRouter(createChatModel, { clock, health, hedgeBudget: budget }) };
}

const outcomes = (ctx: TestingRouter): string[] =>
  ctx.settled().map(({ deploymentId, kind, outcome }) => `${deploymentId} ${kind} ${outcome}`);

describe("a call that is slower than it usually is", () => {
  test("is overtaken by another one, and hung up at once", async () => {
    const { clock, ctx } = surround({ a: [{ type: "wait", until: NEVER }], b: wholeAnswer("Hello") });
    const answer = collect(ask(ctx, [a, b]));
    await clock.advance(99);
    expect(ctx.attempts).toHaveLength(1);
    await clock.advance(20);
    expect(contentOf(await answer)).toEqual([{ type: "text", text: "Hello" }]);
    expect(outcomes(ctx)).toEqual(["a first lost-hedge", "b hedge ended"]);
    expect(ctx.health.read("a", clock.now())).toMatchObject({ inFlight: 0, recent: { faults: 0 } });
    expect(ctx.health.read("a", clock.now()).firstPartMs).toBeGreaterThan(90);
  });

  test("goes on where it is the first after all", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { clock, ctx } = surround({
      a: [{ type: "wait", until: promise }, ...wholeAnswer("Late")],
      b: [{ type: "wait", until: NEVER }],
    });
    const answer = collect(ask(ctx, [a, b]));
    await clock.advance(150);
    resolve();
    expect(contentOf(await answer)).toEqual([{ type: "text", text: "Late" }]);
    expect(outcomes(ctx)).toEqual(["b hedge lost-hedge", "a first ended"]);
  });

  test.each([
    ["the first", "a hedge"],
    ["the hedge", "b hedge"],
  ])("the answer of the other comes where %s fails", async (which) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const failing: ScriptStep[] = [{ type: "wait", until: promise }, errorPart("provider-unavailable")];
    const { promise: later, resolve: answerNow } = Promise.withResolvers<void>();
    const answering: ScriptStep[] = [{ type: "wait", until: later }, ...wholeAnswer("Hello")];
    const isFirst = which === "the first";
    const { clock, ctx } = surround({ a: isFirst ? failing : answering, b: isFirst ? answering : failing });
    const answer = collect(ask(ctx, [a, b]));
    await clock.advance(150);
    resolve();
    await clock.advance(1);
    answerNow();
    expect(contentOf(await answer)).toEqual([{ type: "text", text: "Hello" }]);
    expect(ctx.settled().map(({ outcome }) => outcome)).toEqual(["failed", "ended"]);
  });

  test("is asked once more over another connection where there is nobody else of the same model", async () => {
    const scripts = [[{ type: "wait", until: NEVER }] as ScriptStep[], wholeAnswer("Hello")];
    const { clock, ctx } = surround({});
    ctx.createChatModel = () => scriptModel(scripts.shift() ?? []);
    const answer = collect(ask(ctx, [a, other]));
    await clock.advance(150);
    expect(contentOf(await answer)).toEqual([{ type: "text", text: "Hello" }]);
    expect(outcomes(ctx)).toEqual(["a first lost-hedge", "a hedge ended"]);
  });

  test("is not overtaken by one that has failed in this answer", async () => {
    const c = makeCandidate("c");
    const { clock, ctx } = surround({
      a: [errorPart("provider-unavailable")],
      b: [{ type: "wait", until: NEVER }],
      c: wholeAnswer("Hello"),
    });
    const answer = collect(ask(ctx, [a, b, c]));
    await clock.advance(150);
    expect(contentOf(await answer)).toEqual([{ type: "text", text: "Hello" }]);
    expect(outcomes(ctx)).toEqual(["a first failed", "b failover lost-hedge", "c hedge ended"]);
  });

  test("a stop hangs up both", async () => {
    const controller = new AbortController();
    const { clock, ctx } = surround({ a: [{ type: "wait", until: NEVER }], b: [{ type: "wait", until: NEVER }] });
    const answer = collect(ask(ctx, [a, b], { signal: controller.signal }));
    await clock.advance(150);
    controller.abort();
    expect(await answer).toEqual([]);
    expect(outcomes(ctx)).toEqual(["a first cancelled", "b hedge cancelled"]);
  });
});

test("a call that stays silent far longer than others do is given up, and somebody else is asked", async () => {
  const { clock, ctx } = surround(
    { a: [{ type: "wait", until: NEVER }], b: wholeAnswer("Hello") },
    new CallBudget({ share: 0, floor: 0 }),
  );
  const answer = collect(ask(ctx, [a, b]));
  await clock.advance(ctx.limits.patienceMsMin - 1);
  expect(ctx.settled()).toEqual([]);
  await clock.advance(1);
  expect(contentOf(await answer)).toEqual([{ type: "text", text: "Hello" }]);
  expect(outcomes(ctx)).toEqual(["a first stalled", "b failover ended"]);
  expect(ctx.health.read("a", clock.now())).toMatchObject({ recent: { calls: 1, faults: 1 }, waitingMs: 0 });
});

describe("no hedge is made", () => {
  test("without a budget for it", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const late: ScriptStep[] = [{ type: "wait", until: promise }, ...wholeAnswer("Late")];
    const { clock, ctx } = surround({ a: late, b: wholeAnswer("Hello") }, new CallBudget({ share: 0.07, floor: 0 }));
    const answer = collect(ask(ctx, [a, b]));
    await clock.advance(1_000);
    resolve();
    expect(contentOf(await answer)).toEqual([{ type: "text", text: "Late" }]);
    expect(ctx.settled()).toHaveLength(1);
  });

  test("for a deployment of which too little is known", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const late: ScriptStep[] = [{ type: "wait", until: promise }, ...wholeAnswer("Late")];
    const { clock, ctx } = surround({ other: late, b: wholeAnswer("Hello") });
    const answer = collect(ask(ctx, [other, b]));
    await clock.advance(1_000);
    resolve();
    expect(contentOf(await answer)).toEqual([{ type: "text", text: "Late" }]);
    expect(ctx.settled()).toHaveLength(1);
  });

  test("of somebody who is unwell: the late one is asked once more instead", async () => {
    const scripts = [[{ type: "wait", until: NEVER }] as ScriptStep[], wholeAnswer("Hello")];
    const { clock, ctx } = surround({});
    ctx.createChatModel = () => scriptModel(scripts.shift() ?? []);
    ctx.health.rest("b", clock.now() + 60_000, clock.now());
    const answer = collect(ask(ctx, [a, b]));
    await clock.advance(150);
    expect(contentOf(await answer)).toEqual([{ type: "text", text: "Hello" }]);
    expect(outcomes(ctx)).toEqual(["a first lost-hedge", "a hedge ended"]);
  });

  test("once content has come: then there is nothing to overtake", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const [start, word, ...rest] = wholeAnswer("One ", "two");
    const slow = [start, word, { type: "wait", until: promise }, ...rest].filter((step) => step !== undefined);
    const { clock, ctx } = surround({ a: slow as ScriptStep[], b: wholeAnswer("Hello") });
    const answer = collect(ask(ctx, [a, b]));
    await clock.advance(1_000);
    resolve();
    expect(contentOf(await answer)).toEqual([{ type: "text", text: "One two" }]);
    expect(ctx.settled()).toHaveLength(1);
  });
});
