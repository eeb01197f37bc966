import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ProviderFailure } from "#contracts/stream-part.ts";
import type { FailureVerdict } from "#inference/router/remedies.ts";
import { dueProbes } from "./due-probes.ts";
import { HealthBoard } from "./health-board.ts";
import { healthSnapshotSchema } from "./health-snapshot.ts";

const START = 1_800_000_000_000;

function failure(fields: Partial<ProviderFailure> = {}): ProviderFailure {
  const known = { code: "provider-unavailable", message: "down", isRetryable: true, status: 503 } as const;
  return { ...known, requestId: "req_1", retryAfterMs: null, ...fields };
}

type Ending = { at: number; startedAt?: number; verdict?: "ok" | FailureVerdict; failed?: Partial<ProviderFailure> };

function call(board: HealthBoard, { at, startedAt = at, verdict = "ok", failed }: Ending): void {
  board.start("a", startedAt);
  const end = { startedAt, verdict, failure: verdict === "ok" ? null : failure(failed) };
  board.end("a", end, at);
}

function trip(board: HealthBoard, at: number): void {
  for (let fault = 0; fault < 5; fault += 1) call(board, { at, verdict: "fault" });
}

describe("the breaker", () => {
  test("opens after five faults in a row, and lets one call through after its pause", () => {
    const board = new HealthBoard("test");
    for (let fault = 0; fault < 4; fault += 1) call(board, { at: START, verdict: "fault" });
    expect(board.read("a", START).breaker).toBe("closed");
    call(board, { at: START, verdict: "fault" });
    expect(board.read("a", START)).toMatchObject({ breaker: "open", openUntil: START + 5_000, mayTry: false });
    expect(board.read("a", START + 5_000)).toMatchObject({ breaker: "half-open", mayTry: true });
    board.start("a", START + 5_000);
    expect(board.read("a", START + 5_000)).toMatchObject({ breaker: "half-open", mayTry: false });
  });

  test("opens when half of the recent calls fail, however they are mixed", () => {
    const board = new HealthBoard("test");
    for (let pair = 0; pair < 3; pair += 1) {
      call(board, { at: START, verdict: "ok" });
      call(board, { at: START, verdict: "fault" });
    }
    expect(board.read("a", START)).toMatchObject({ breaker: "open", recent: { calls: 6, faults: 3 } });
  });

  test("opens at once for a deployment that is of no use to anybody", () => {
    const board = new HealthBoard("test");
    call(board, { at: START, verdict: "unusable", failed: { code: "provider-key-invalid" } });
    expect(board.read("a", START)).toMatchObject({ breaker: "open", openReason: "provider-key-invalid" });
  });

  test("closes with the first call that succeeds, and forgives what was before", () => {
    const board = new HealthBoard("test");
    trip(board, START);
    call(board, { at: START + 6_000, startedAt: START + 5_000 });
    expect(board.read("a", START + 6_000)).toMatchObject({ breaker: "closed", recent: { faults: 0 } });
  });

  test("waits twice as long each time that its trial fails, and two minutes at most", () => {
    const board = new HealthBoard("test");
    trip(board, START);
    const pauses: number[] = [];
    for (let opened = 0; opened < 7; opened += 1) {
      const { openUntil } = board.read("a", START);
      call(board, { at: openUntil, verdict: "fault" });
      pauses.push(board.read("a", openUntil).openUntil - openUntil);
    }
    expect(pauses).toEqual([10_000, 20_000, 40_000, 80_000, 120_000, 120_000, 120_000]);
  });

  test("a call from before it opened neither closes it nor makes it wait longer", () => {
    const board = new HealthBoard("test");
    board.start("a", START - 1_000);
    board.start("a", START - 1_000);
    trip(board, START);
    board.end("a", { startedAt: START - 1_000, verdict: "ok", failure: null }, START + 5_500);
    expect(board.read("a", START + 5_500).breaker).toBe("half-open");
    board.end("a", { startedAt: START - 1_000, verdict: "fault", failure: failure() }, START + 5_500);
    expect(board.read("a", START + 5_500)).toMatchObject({ breaker: "half-open", openUntil: START + 5_000 });
  });

  test.each(["neutral", "limited"] as const)(
    "a trial that comes to nothing (%s) leaves it to the next one",
    (verdict) => {
      const board = new HealthBoard("test");
      trip(board, START);
      call(board, { at: START + 5_000, verdict, failed: { retryAfterMs: 0 } });
      expect(board.read("a", START + 5_000)).toMatchObject({ breaker: "half-open", mayTry: true });
    },
  );

  test("a trial whose process died keeps the others away for a minute at most", () => {
    const board = new HealthBoard("test");
    trip(board, START);
    board.start("a", START + 5_000);
    expect(board.read("a", START + 64_999).mayTry).toBe(false);
    expect(board.read("a", START + 65_000).mayTry).toBe(true);
  });

  test("what a person stopped or a rule refused says nothing of a deployment", () => {
    const board = new HealthBoard("test");
    for (let stop = 0; stop < 20; stop += 1) call(board, { at: START, verdict: "neutral" });
    expect(board.read("a", START)).toMatchObject({ breaker: "closed", recent: { calls: 0, faults: 0 }, inFlight: 0 });
  });
});

describe("a pause", () => {
  test("is exactly as long as the deployment asked, and does not open the breaker", () => {
    const board = new HealthBoard("test");
    for (let limited = 0; limited < 9; limited += 1)
      call(board, { at: START, verdict: "limited", failed: { retryAfterMs: 7_000 } });
    expect(board.read("a", START + 6_999)).toMatchObject({ restUntil: START + 7_000, breaker: "closed" });
    expect(board.read("a", START + 7_000).restUntil).toBe(0);
  });

  test("is kept also where the fault is its own", () => {
    const board = new HealthBoard("test");
    call(board, { at: START, verdict: "fault", failed: { retryAfterMs: 3_000 } });
    expect(board.read("a", START).restUntil).toBe(START + 3_000);
  });

  test("grows where it does not say how long, until it answers again", () => {
    const board = new HealthBoard("test");
    const pauses = [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000].map(() => {
      call(board, { at: START, verdict: "limited" });
      return board.read("a", START).restUntil - START;
    });
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    call(board, { at: START + 60_000 });
    call(board, { at: START + 60_000, verdict: "limited" });
    expect(board.read("a", START + 60_000).restUntil - START).toBe(61_000);
  });
});

describe("what is counted", () => {
  test("is forgotten after half a minute, and after five", () => {
    const board = new HealthBoard("test");
    for (let fine = 0; fine < 3; fine += 1) call(board, { at: START });
    call(board, { at: START, verdict: "fault" });
    expect(board.read("a", START + 20_000)).toMatchObject({ recent: { calls: 4, faults: 1 } });
    expect(board.read("a", START + 60_000)).toMatchObject({ recent: { calls: 0 }, lasting: { calls: 4, faults: 1 } });
    expect(board.read("a", START + 400_000)).toMatchObject({ lasting: { calls: 0 } });
  });

  test("a slow call is known at once, and fades; a quick one is believed slowly", () => {
    const board = new HealthBoard("test");
    board.begin("a", { startedAt: START - 400, isNewAnswer: true }, START);
    board.begin("a", { startedAt: START - 4_000, isNewAnswer: true }, START);
    expect(board.read("a", START).firstPartMs).toBe(4_000);
    board.begin("a", { startedAt: START + 1_000 - 400, isNewAnswer: true }, START + 1_000);
    expect(board.read("a", START + 1_000).firstPartMs).toBeGreaterThan(3_500);
    expect(board.read("a", START + 120_000).firstPartMs).toBeLessThan(100);
  });

  test("a call that waits for its first content makes its deployment as slow as it has waited", () => {
    const board = new HealthBoard("test");
    for (const at of [START, START + 2_000]) board.start("a", at);
    expect(board.read("a", START + 3_000).waitingMs).toBe(3_000);
    board.begin("a", { startedAt: START, isNewAnswer: false }, START + 3_000);
    expect(board.read("a", START + 3_000)).toMatchObject({ waitingMs: 1_000, firstPartMs: null });
    const end = { startedAt: START + 2_000, verdict: "neutral", failure: null } as const;
    board.end("a", end, START + 4_000);
    expect(board.read("a", START + 4_000).waitingMs).toBe(0);
  });

  test("nobody waits for a call that has ended, whether or not its content was told of", () => {
    const board = new HealthBoard("test");
    call(board, { at: START });
    board.start("a", START);
    board.start("a", START);
    board.begin("a", { startedAt: START, isNewAnswer: true }, START);
    board.end("a", { startedAt: START, verdict: "ok", failure: null }, START);
    expect(board.read("a", START + 500)).toMatchObject({ waitingMs: 500, inFlight: 1 });
    board.end("a", { startedAt: START, verdict: "neutral", failure: null }, START);
    expect(board.read("a", START + 500)).toMatchObject({ waitingMs: 0, inFlight: 0 });
  });

  test("the time that nineteen of twenty calls need is known to a tenth", () => {
    const board = new HealthBoard("test");
    for (let ms = 1; ms <= 1_000; ms += 1) board.begin("a", { startedAt: START - ms, isNewAnswer: true }, START);
    const { ms, calls } = board.readFirstPartTime("a", 0.95, START);
    expect(calls).toBe(1_000);
    expect(ms).toBeGreaterThanOrEqual(950);
    expect(ms).toBeLessThanOrEqual(950 * 1.1);
  });

  test("a call that lost to its hedge counts as slow as the moment of the hedge, and does not make the next one later", () => {
    const board = new HealthBoard("test");
    for (let fine = 0; fine < 90; fine += 1) board.begin("a", { startedAt: START - 100, isNewAnswer: true }, START);
    const before = board.readFirstPartTime("a", 0.95, START).ms ?? 0;
    for (let lost = 0; lost < 10; lost += 1) board.observeLostHedge("a", { ms: 3_000, hedgedAfterMs: before }, START);
    expect(board.readFirstPartTime("a", 0.95, START).ms).toBeLessThanOrEqual(before * 1.1);
    expect(board.read("a", START).firstPartMs).toBe(3_000);
  });

  test("the latest failures are kept with what a provider's support asks for", () => {
    const board = new HealthBoard("test");
    for (let fault = 0; fault < 15; fault += 1)
      call(board, { at: START + fault, verdict: "neutral", failed: { requestId: `req_${fault}` } });
    const { failures } = board.read("a", START + 20);
    expect(failures).toHaveLength(10);
    expect(failures[0]).toEqual({
      at: START + 14,
      code: "provider-unavailable",
      message: "down",
      status: 503,
      requestId: "req_14",
    });
  });
});

describe("probes", () => {
  const healthsOf = (board: HealthBoard, now: number, ...ids: string[]) =>
    new Map(ids.map((id) => [id, board.read(id, now)]));

  test("are due for what is half-open at once, and for what nobody asked in a while", () => {
    const board = new HealthBoard("test");
    trip(board, START);
    board.start("b", START);
    board.end("b", { startedAt: START, verdict: "ok", failure: null }, START);
    expect(dueProbes(healthsOf(board, START + 1_000, "b", "a"), START + 1_000)).toEqual([]);
    expect(dueProbes(healthsOf(board, START + 5_000, "b", "a"), START + 5_000)).toEqual(["a"]);
    expect(dueProbes(healthsOf(board, START + 300_000, "b", "a"), START + 300_000)).toEqual(["a", "b"]);
  });

  test("are not due while one is under way, after one just now, or while the deployment rests", () => {
    const board = new HealthBoard("test");
    trip(board, START);
    const now = START + 5_000;
    board.start("a", now);
    expect(dueProbes(healthsOf(board, now, "a"), now)).toEqual([]);
    board.noteProbe("a", { at: now, failureCode: "provider-unavailable" });
    board.end("a", { startedAt: now, verdict: "neutral", failure: failure() }, now);
    expect(dueProbes(healthsOf(board, now + 4_999, "a"), now + 4_999)).toEqual([]);
    expect(dueProbes(healthsOf(board, now + 5_000, "a"), now + 5_000)).toEqual(["a"]);
    board.rest("a", now + 60_000, now);
    expect(dueProbes(healthsOf(board, now + 5_000, "a"), now + 5_000)).toEqual([]);
  });
});

const steps = fc.array(
  fc.record({
    process: fc.nat(2),
    ms: fc.nat(4_000),
    kind: fc.constantFrom("ok", "fault", "limited", "neutral", "unusable", "first-part", "start"),
    deploymentId: fc.constantFrom("a", "b"),
  }),
  { maxLength: 60 },
);

/** Three processes that saw these steps, and the moment after them. */
function play(taken: typeof steps extends fc.Arbitrary<infer Step> ? Step : never): {
  boards: HealthBoard[];
  now: number;
} {
  const boards = ["p0", "p1", "p2"].map((id) => new HealthBoard(id));
  let now = START;
  for (const { process, ms, kind, deploymentId } of taken) {
    now += ms;
    const board = boards[process];
    if (kind === "first-part") board?.begin(deploymentId, { startedAt: now - ms - 1, isNewAnswer: true }, now);
    else board?.start(deploymentId, now);
    if (kind === "first-part" || kind === "start") continue;
    const failed = kind === "ok" ? null : failure({ retryAfterMs: kind === "limited" ? ms : null });
    board?.end(deploymentId, { startedAt: now, verdict: kind, failure: failed }, now);
  }
  return { boards, now };
}

test("processes think alike once they have told each other, in whatever order, how often and in how many pieces", () => {
  fc.assert(
    fc.property(steps, fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.nat(20_000)), { maxLength: 12 }), (taken, gossip) => {
      const { boards, now } = play(taken);
      const told = boards.map((board) => board.exportSince(0, now));
      for (const [from, to, ago] of gossip) {
        const partial = boards[from]?.exportSince(now - ago, now);
        if (partial !== undefined) boards[to]?.merge(healthSnapshotSchema.parse(JSON.parse(JSON.stringify(partial))));
      }
      const orders = [told, told.toReversed(), [...told, ...told]];
      for (const [index, board] of boards.entries()) for (const one of orders[index] ?? []) board.merge(one);
      for (const id of ["a", "b"]) {
        const [first, ...others] = boards.map((board) => ({
          ...board.read(id, now),
          // Who waits knows it alone.
          waitingMs: 0,
          times: board.readFirstPartTime(id, 0.9, now),
          // Told at the same moment, their order is anybody's.
          failures: board.read(id, now).failures.map(({ at }) => at),
        }));
        for (const other of others) expect(other).toEqual(first);
      }
    }),
  );
});
