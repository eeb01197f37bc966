import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { StreamPart } from "#contracts/stream-part.ts";
import type { ChatModel } from "#inference/chat-model.ts";
import { CallBudget } from "./call-budget.ts";
import type { Candidate } from "./candidate.ts";
import { HealthBoard } from "./health/health-board.ts";
import type { RoutedPart } from "./routed-part.ts";
import { makeCandidate } from "./testing-candidate.ts";
import { TestingClock } from "./testing-clock.ts";
import { errorPart, makeUsage, type ScriptStep, scriptModel } from "./testing-models.ts";
import { ask, makeRouter, standing, type TestingRouter } from "./testing-router.ts";

/** One step of a model; `wait` lets time pass first, `hang` waits for ever. */
type Step = "text" | "think" | "call" | "usage" | "finish" | "wait" | "hang" | "throw" | "end" | FailureName;
type FailureName = "unavailable" | "limited" | "key" | "rejected" | "filtered" | "broken";

const FAILURES: Record<FailureName, StreamPart> = {
  unavailable: errorPart("provider-unavailable"),
  limited: errorPart("provider-rate-limited", { retryAfterMs: 2_000 }),
  key: errorPart("provider-key-invalid"),
  rejected: errorPart("provider-request-rejected"),
  filtered: errorPart("provider-content-filtered"),
  broken: errorPart("provider-stream-broken"),
};

const anyStep = fc.constantFrom<Step>(
  ...["text", "text", "text", "think", "call", "usage", "finish", "wait", "hang", "throw", "end"].map(
    (step) => step as Step,
  ),
  ...(Object.keys(FAILURES) as FailureName[]),
);
const anyScript = fc.array(anyStep, { minLength: 1, maxLength: 6 });
const scenario = fc.record({
  /** What each call gets, whoever it is. */
  scripts: fc.array(anyScript, { minLength: 1, maxLength: 12 }),
  candidates: fc.array(fc.constantFrom("model", "model", "other"), { minLength: 1, maxLength: 4 }),
  leaveAfter: fc.option(fc.nat(6)),
  abortAfterMs: fc.option(fc.nat(90_000)),
  deadlineMs: fc.option(fc.nat(90_000)),
  isKnown: fc.boolean(),
});

/** Tells of a model how many calls of it were begun, and how many it was let go of. */
type Dials = { begun: number; let: number };

function toModel(steps: readonly Step[], clock: TestingClock, dials: Dials): ChatModel {
  const script = steps.map((step): ScriptStep => {
    if (step === "text") return { type: "text-delta", text: "word " };
    if (step === "think") return { type: "reasoning-delta", text: "hm " };
    if (step === "call") return { type: "tool-call-start", toolCallId: "1", toolName: "clock" };
    if (step === "usage") return { type: "usage", usage: makeUsage(3, 1) };
    if (step === "finish") return { type: "finish", reason: "stop" };
    if (step === "wait") return { type: "wait", until: clock.sleep(1_500, new AbortController().signal) };
    if (step === "hang") return { type: "wait", until: new Promise(() => {}) };
    return step === "throw" || step === "end" ? { type: step } : FAILURES[step];
  });
  const model = scriptModel(script);
  return {
    async *stream(request, signal): AsyncGenerator<StreamPart> {
      dials.begun += 1;
      signal.addEventListener("abort", () => (dials.let += 1), { once: true });
      yield* model.stream(request, signal);
    },
  };
}

type Scenario = typeof scenario extends fc.Arbitrary<infer Case> ? Case : never;
type Played = { ctx: TestingRouter; parts: RoutedPart[]; dials: Dials; isLeft: boolean; isAborted: boolean };

async function play({ scripts, candidates, leaveAfter, abortAfterMs, deadlineMs, isKnown }: Scenario): Promise<Played> {
  const clock = new TestingClock();
  const health = new HealthBoard("test");
  const order = candidates.map((modelId, index) => makeCandidate(String(index), { modelId }));
  if (isKnown)
    for (const { deploymentId } of order)
      for (let call = 0; call < 30; call += 1)
        health.begin(deploymentId, { startedAt: clock.now() - 200, isNewAnswer: true }, clock.now());
  const dials: Dials = { begun: 0, let: 0 };
  let calls = 0;
  const createChatModel = (_candidate: Candidate): ChatModel =>
    toModel(scripts[calls++ % scripts.length] ?? [], clock, dials);
  const hedgeBudget = new CallBudget({ share: 1, floor: 5 });
  const ctx = makeRouter(createChatModel, { clock, health, hedgeBudget, random: () => 0.5 });
  const controller = new AbortController();
  const deadlineAt = deadlineMs === null ? null : clock.now() + deadlineMs;
  const parts: RoutedPart[] = [];
  const reader = { isOver: false };
  const reading = (async () => {
    for await (const part of ask(ctx, order, { deadlineAt, signal: controller.signal })) {
      parts.push(part);
      if (leaveAfter !== null && parts.length > leaveAfter) break;
    }
    reader.isOver = true;
  })();
  for (let ms = 0; ms <= 1_800_000 && !reader.isOver; ms += 500) {
    if (abortAfterMs !== null && ms >= abortAfterMs) controller.abort();
    await clock.advance(ms < 200_000 ? 500 : 60_000);
  }
  await reading;
  const isLeft = leaveAfter !== null && parts.length > leaveAfter;
  return { ctx, parts, dials, isLeft, isAborted: controller.signal.aborted };
}

test("whatever the models do, every call is settled exactly once, nothing is left running, and the answer has one end", async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async (options) => {
      // A model that is silent before it says anything is its wire's to end, which has limits for it.
      const scripts = options.scripts.map((steps) =>
        steps.filter((step, at) => step !== "hang" || (steps.indexOf("text") < at && steps.includes("text"))),
      );
      const { ctx, parts, dials, isLeft, isAborted } = await play({ ...options, scripts });
      const started = ctx.attempts.filter(({ outcome }) => outcome === "running").map(({ id }) => id);
      expect(
        ctx
          .settled()
          .map(({ id }) => id)
          .toSorted(),
      ).toEqual(started.toSorted());
      expect(ctx.settled().every(({ startedAt, endedAt }) => endedAt !== null && endedAt >= startedAt)).toBe(true);
      expect(dials).toEqual({ begun: started.length, let: started.length });
      for (const id of ["0", "1", "2", "3"]) expect(ctx.health.read(id, ctx.clock.now()).inFlight).toBe(0);
      const ends = parts.filter(({ type }) => type === "finish" || type === "error");
      if (!isLeft && !isAborted) expect(ends).toEqual([parts.at(-1)]);
      expect(ends.length).toBeLessThanOrEqual(1);
      const hasEnded = ctx.settled().some(({ outcome }) => outcome === "ended");
      if (ends[0]?.type === "finish") expect(hasEnded).toBe(true);
      const words = standing(parts).filter(({ type }) => type === "text-delta").length;
      const said = ctx.settled().reduce((sum, { outputCharacters }) => sum + outputCharacters, 0);
      expect(words * "word ".length).toBeLessThanOrEqual(said);
    }),
    { numRuns: 1_000 },
  );
});
