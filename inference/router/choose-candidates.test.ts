import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Candidate } from "./candidate.ts";
import { chooseCandidates } from "./choose-candidates.ts";
import type { ReasonCode } from "./consideration.ts";
import { HealthBoard } from "./health/health-board.ts";
import type { RouteNeeds } from "./route-needs.ts";
import type { RoutePolicy } from "./route-policy.ts";
import { makeCandidate } from "./testing-candidate.ts";
import { seededRandom } from "./testing-random.ts";

const NOW = 1_800_000_000_000;
const NEEDS: RouteNeeds = {
  inputTokens: 1_000,
  images: false,
  tools: false,
  structure: false,
  tier: null,
  region: null,
};
const POLICY: RoutePolicy = { prefer: "balanced", fallbackModelIds: ["second", "third"] };
const FAILURE = { code: "provider-unavailable", message: "", isRetryable: true, status: 500, requestId: null } as const;

type Case = { needs?: Partial<RouteNeeds>; policy?: Partial<RoutePolicy>; board?: HealthBoard; random?: () => number };

function choose(candidates: readonly Candidate[], { needs, policy, board, random }: Case = {}) {
  const choice = chooseCandidates(
    { needs: { ...NEEDS, ...needs }, candidates, policy: { ...POLICY, ...policy } },
    board ?? new HealthBoard("test"),
    { random: random ?? (() => 0.5), now: NOW },
  );
  const reasons = choice.considered.map(({ deploymentId, reason }): [string, ReasonCode] => [deploymentId, reason]);
  return { ...choice, ids: choice.order.map(({ deploymentId }) => deploymentId), reasons };
}

function fail(board: HealthBoard, deploymentId: string, { calls = 5, at = NOW } = {}): void {
  for (let call = 0; call < calls; call += 1) {
    board.start(deploymentId, at);
    const failure = { ...FAILURE, retryAfterMs: null };
    board.end(deploymentId, { startedAt: at, verdict: "fault", failure }, at);
  }
}

function succeed(board: HealthBoard, deploymentId: string, calls: number): void {
  for (let call = 0; call < calls; call += 1) {
    board.start(deploymentId, NOW);
    board.end(deploymentId, { startedAt: NOW, verdict: "ok", failure: null }, NOW);
  }
}

describe("what a candidate cannot or must not answer drops it", () => {
  test.each<[ReasonCode, Partial<Candidate>, Partial<RouteNeeds>]>([
    ["draining", { isDraining: true }, {}],
    ["tier-not-allowed", { tiers: ["pro"] }, { tier: "free" }],
    ["tier-not-allowed", { tiers: ["pro"] }, { tier: null }],
    ["wrong-region", { region: "us" }, { region: "eu" }],
    ["wrong-region", { region: null }, { region: "eu" }],
    ["cannot-see-images", { canSeeImages: false }, { images: true }],
    ["cannot-call-tools", { canCallTools: false }, { tools: true }],
    ["cannot-structure", { canStructure: false }, { structure: true }],
    ["context-too-small", { contextTokens: 999 }, {}],
  ])("%s: %j for %j", (reason, fields, needs) => {
    const { ids, considered } = choose([makeCandidate("a", fields), makeCandidate("b", { region: "eu" })], { needs });
    expect(ids).toEqual(["b"]);
    expect(considered.at(-1)).toMatchObject({ deploymentId: "a", isKept: false, reason, score: null });
    expect(considered.at(-1)?.detail).not.toBe("");
  });

  test.each<[Partial<Candidate>, Partial<RouteNeeds>]>([
    [{ tiers: ["pro", "free"] }, { tier: "free" }],
    [{ tiers: null }, { tier: "free" }],
    [{ region: "eu" }, { region: "eu" }],
    [{ region: "us" }, { region: null }],
    [{ canSeeImages: false, canCallTools: false, canStructure: false }, {}],
    [{ contextTokens: 1_000 }, {}],
    [{ contextTokens: null }, { inputTokens: 10_000_000 }],
  ])("kept: %j for %j", (fields, needs) => {
    expect(choose([makeCandidate("a", fields)], { needs }).reasons).toEqual([["a", "healthy"]]);
  });
});

describe("the order", () => {
  test("has the model that was asked for before the policy's fallbacks, and each by priority", () => {
    const candidates = [
      makeCandidate("third", { modelId: "third" }),
      makeCandidate("late", { priority: 1 }),
      makeCandidate("second", { modelId: "second" }),
      makeCandidate("early"),
    ];
    expect(choose(candidates).ids).toEqual(["early", "late", "second", "third"]);
  });

  test("has what is unwell behind what is well, also of other models, and says why", () => {
    const board = new HealthBoard("test");
    fail(board, "open");
    board.rest("resting", NOW + 4_000, NOW);
    const candidates = [makeCandidate("resting"), makeCandidate("open"), makeCandidate("b", { modelId: "second" })];
    const { reasons, considered } = choose(candidates, { board });
    expect(reasons).toEqual([
      ["b", "healthy"],
      ["open", "breaker-open"],
      ["resting", "resting"],
    ]);
    expect(considered.map(({ detail }) => detail)).toEqual([
      "no call yet, 0 in flight, 0 of 0 recent calls failed",
      "provider-unavailable, for 5.00 s more",
      "for 4.00 s more",
    ]);
  });

  test("a deployment that fails far more than its kin is an outlier", () => {
    const board = new HealthBoard("test");
    succeed(board, "bad", 6);
    fail(board, "bad", { calls: 2 });
    for (const id of ["a", "b"]) succeed(board, id, 8);
    const candidates = ["bad", "a", "b"].map((id) => makeCandidate(id));
    expect(choose(candidates, { board }).reasons.at(-1)).toEqual(["bad", "outlier"]);
  });

  test("one that is far slower than its kin is an outlier too", () => {
    const board = new HealthBoard("test");
    board.begin("slow", { startedAt: NOW - 9_000, isNewAnswer: true }, NOW);
    for (const id of ["a", "b"]) board.begin(id, { startedAt: NOW - 400, isNewAnswer: true }, NOW);
    const { reasons, considered } = choose(
      ["slow", "a", "b"].map((id) => makeCandidate(id)),
      { board },
    );
    expect(reasons.at(-1)).toEqual(["slow", "outlier"]);
    expect(considered.at(-1)?.detail).toBe("9.00 s to the first token, the others 0.40 s");
  });

  test("one that keeps a call waiting is an outlier before that call has failed", () => {
    const board = new HealthBoard("test");
    board.start("mute", NOW - 3_000);
    for (const id of ["mute", "a", "b"]) board.begin(id, { startedAt: NOW - 300, isNewAnswer: true }, NOW);
    const candidates = ["mute", "a", "b"].map((id) => makeCandidate(id));
    const { reasons, considered } = choose(candidates, { board });
    expect(reasons.at(-1)).toEqual(["mute", "outlier"]);
    expect(considered.at(-1)?.detail).toBe("3.00 s without a first token, the others 0.30 s");
  });

  test("who fails like all others is no outlier", () => {
    const board = new HealthBoard("test");
    for (const id of ["a", "b", "c"]) {
      succeed(board, id, 6);
      fail(board, id, { calls: 3 });
    }
    const { reasons } = choose(
      ["a", "b", "c"].map((id) => makeCandidate(id)),
      { board },
    );
    expect(reasons.map(([, reason]) => reason)).toEqual(["healthy", "healthy", "healthy"]);
  });

  test("the last one standing is asked however unwell it is", () => {
    const board = new HealthBoard("test");
    fail(board, "a");
    const { ids, reasons } = choose([makeCandidate("a")], { board });
    expect(ids).toEqual(["a"]);
    expect(reasons).toEqual([["a", "last-one-standing"]]);
  });

  test("who asked for a pause is no last one standing: the pause is kept", () => {
    const board = new HealthBoard("test");
    board.rest("a", NOW + 5_000, NOW);
    board.rest("b", NOW + 2_000, NOW);
    const { reasons } = choose([makeCandidate("a"), makeCandidate("b")], { board });
    expect(reasons).toEqual([
      ["b", "resting"],
      ["a", "resting"],
    ]);
  });

  test("a half-open one comes behind those that are well, and in one of twenty answers before them", () => {
    const board = new HealthBoard("test");
    fail(board, "a", { at: NOW - 6_000 });
    const candidates = [makeCandidate("a"), makeCandidate("b"), makeCandidate("c", { modelId: "second" })];
    expect(choose(candidates, { board }).reasons).toEqual([
      ["b", "healthy"],
      ["a", "half-open"],
      ["c", "healthy"],
    ]);
    expect(choose(candidates, { board, random: () => 0.01 }).ids).toEqual(["a", "b", "c"]);
    board.start("a", NOW);
    expect(choose(candidates, { board, random: () => 0.01 }).ids).toEqual(["b", "c", "a"]);
  });
});

describe("among equals", () => {
  const first = (candidates: readonly Candidate[], options: Case = {}): Record<string, number> => {
    const random = seededRandom(7);
    const counts: Record<string, number> = {};
    for (let draw = 0; draw < 2_000; draw += 1) {
      const id = choose(candidates, { random, ...options }).ids[0] ?? "";
      counts[id] = (counts[id] ?? 0) + 1;
    }
    return counts;
  };

  test("the weight decides", () => {
    const counts = first([makeCandidate("a", { weight: 900 }), makeCandidate("b", { weight: 100 })]);
    expect(counts["b"]).toBeGreaterThan(130);
    expect(counts["b"]).toBeLessThan(270);
  });

  test("of each two the quicker one comes first, and the quickest is not overrun", () => {
    const board = new HealthBoard("test");
    for (const [id, ms] of Object.entries({ a: 300, b: 600, c: 1_200 }))
      board.begin(id, { startedAt: NOW - ms, isNewAnswer: true }, NOW);
    const counts = first(
      ["a", "b", "c"].map((id) => makeCandidate(id)),
      { board },
    );
    expect(counts["a"]).toBeGreaterThan(1_200);
    expect(counts["b"]).toBeGreaterThan(300);
    expect(counts["c"]).toBeUndefined();
  });

  test("calls in flight make a deployment slower, the less the larger its weight is", () => {
    const board = new HealthBoard("test");
    for (const id of ["a", "b"]) board.begin(id, { startedAt: NOW - 500, isNewAnswer: true }, NOW);
    for (let call = 0; call < 4; call += 1) board.start("a", NOW);
    expect(first([makeCandidate("a"), makeCandidate("b")], { board })["a"]).toBeUndefined();
    board.start("b", NOW);
    expect(first([makeCandidate("a", { weight: 400 }), makeCandidate("b")], { board })["a"]).toBeGreaterThan(1_000);
  });

  test("cheap asks for the price alone, fast for the time alone, balanced for both", () => {
    const board = new HealthBoard("test");
    for (const [id, ms] of Object.entries({ dear: 300, cheap: 900, unknown: 300 }))
      board.begin(id, { startedAt: NOW - ms, isNewAnswer: true }, NOW);
    const dear = makeCandidate("dear", { inputPico: 10, outputPico: 10 });
    const cheap = makeCandidate("cheap", { inputPico: 1, outputPico: 1 });
    expect(first([dear, cheap], { board, policy: { prefer: "fast" } })).toEqual({ dear: 2_000 });
    expect(first([dear, cheap], { board, policy: { prefer: "cheap" } })).toEqual({ cheap: 2_000 });
    expect(first([dear, cheap], { board, policy: { prefer: "balanced" } })).toEqual({ cheap: 2_000 });
    const unknown = makeCandidate("unknown");
    expect(first([unknown, cheap], { board, policy: { prefer: "cheap" } })["cheap"]).toBeGreaterThan(900);
    expect(choose([unknown, dear, cheap], { board, policy: { prefer: "cheap" } }).ids[0]).toBe("cheap");
  });
});

const anyCandidates = fc.array(
  fc.record({
    modelId: fc.constantFrom("model", "second", "third"),
    weight: fc.integer({ min: 1, max: 1_000 }),
    priority: fc.nat(3),
    isDraining: fc.boolean(),
    canSeeImages: fc.boolean(),
    contextTokens: fc.option(fc.nat(2_000)),
    inputPico: fc.option(fc.nat(1_000)),
    outputPico: fc.option(fc.nat(1_000)),
    faults: fc.nat(8),
    restMs: fc.nat(3),
  }),
  { maxLength: 12 },
);

test("whatever there is, everybody is considered once, and asked exactly where the request is something for it", () => {
  fc.assert(
    fc.property(anyCandidates, fc.integer(), (specs, seed) => {
      const board = new HealthBoard("test");
      const candidates = specs.map(({ faults, restMs, ...fields }, index) => {
        fail(board, String(index), { calls: faults, at: NOW - 5_000 * restMs });
        if (restMs === 1) board.rest(String(index), NOW + 1_000, NOW);
        return makeCandidate(String(index), fields);
      });
      const { ids, considered } = choose(candidates, {
        board,
        needs: { images: true },
        random: seededRandom(seed >>> 0),
      });
      expect(considered.map(({ deploymentId }) => deploymentId).toSorted()).toEqual(
        candidates.map(({ deploymentId }) => deploymentId).toSorted(),
      );
      expect(considered.filter(({ isKept }) => isKept).map(({ deploymentId }) => deploymentId)).toEqual(ids);
      const fits = candidates.filter(
        (one) => !one.isDraining && one.canSeeImages && (one.contextTokens === null || one.contextTokens >= 1_000),
      );
      expect(ids.toSorted()).toEqual(fits.map(({ deploymentId }) => deploymentId).toSorted());
    }),
  );
});
