import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LogEngine } from "./generation-log.contract.ts";
import type { LoggedPart, LogKey } from "./generation-log.ts";

/** An engine that may forget something says how to make it do so; one that keeps what it has does not. */
export type LosingLogEngine = LogEngine & {
  /** Makes it forget everything. */
  lose?: () => Promise<void>;
  /** Notes what a replica has of this log now; what it returns puts that in the place of the log, as a failover does. */
  replicate?: (key: LogKey) => Promise<() => Promise<void>>;
};

/** An engine that is fast may be asked for more. */
const RUNS = 40;
const START = { epoch: 0, seq: 0 };

type Step =
  | { type: "append"; count: number; isAcknowledged: boolean }
  | { type: "repeat"; count: number }
  | { type: "append-late" }
  | { type: "take-over"; keptShare: number }
  | { type: "lose" }
  | { type: "replicate" }
  | { type: "fail-over" }
  | { type: "read"; share: number; isOfOlderEpoch: boolean };

const share = fc.double({ min: 0, max: 1, noNaN: true });
const count = fc.integer({ min: 1, max: 4 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant("append" as const), count, isAcknowledged: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("repeat" as const), count }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("append-late" as const) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("take-over" as const), keptShare: share }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("lose" as const) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("replicate" as const) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("fail-over" as const) }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("read" as const), share, isOfOlderEpoch: fc.boolean() }) },
);

/** One generation with its present writer, and what the log must hold. */
class World {
  readonly #engine: LosingLogEngine;
  readonly #key: LogKey;
  #epoch = 1;
  /** What the writer has, of which it knows that the first so many are logged. */
  #written: LoggedPart[] = [];
  #acknowledged = 0;
  #stored: LoggedPart[] = [];
  /** The engine forgot some of it, and the writer has not noticed yet. */
  #isLost = false;
  #failOver: (() => Promise<void>) | null = null;

  constructor(engine: LosingLogEngine, key: LogKey) {
    this.#engine = engine;
    this.#key = key;
  }

  async do(one: Step): Promise<void> {
    if (one.type === "append") await this.#append(one.count, one.isAcknowledged);
    else if (one.type === "repeat") await this.#repeat(one.count);
    else if (one.type === "append-late") await this.#appendLate();
    else if (one.type === "take-over") await this.#takeOver(one.keptShare);
    else if (one.type === "replicate") this.#failOver = (await this.#engine.replicate?.(this.#key)) ?? null;
    else if (one.type === "lose") await this.#lose(this.#engine.lose);
    else if (one.type === "fail-over") await this.#lose(this.#failOver);
    else await this.#read(one.share, one.isOfOlderEpoch);
  }

  /** The writer's last part and the end of the log. Returns what it must hold then. */
  async finish(): Promise<LoggedPart[]> {
    await this.#append(1, true);
    await this.#engine.end(this.#key);
    await this.#engine.log.close(this.#key, this.#epoch);
    const page = await this.#engine.otherLog.read(this.#key, START);
    expect(page).toEqual({ epoch: this.#epoch, parts: this.#written, isClosed: true });
    return this.#written;
  }

  async #append(added: number, isAcknowledged: boolean): Promise<void> {
    for (let index = 0; index < added; index += 1) {
      const seq = this.#written.length + 1;
      this.#written.push({ seq, part: { type: "text-delta", text: `${seq} of epoch ${this.#epoch}` } });
    }
    const parts = this.#written.slice(this.#acknowledged);
    let outcome = await this.#engine.log.append(this.#key, this.#epoch, parts);
    if (this.#isLost && outcome === "gap") {
      outcome = await this.#engine.log.append(this.#key, this.#epoch, this.#written);
    }
    expect(outcome).toBe("appended");
    this.#isLost = false;
    this.#stored = [...this.#written];
    if (isAcknowledged) this.#acknowledged = this.#written.length;
  }

  async #repeat(repeated: number): Promise<void> {
    if (this.#isLost) return;
    const parts = this.#stored.slice(-repeated);
    expect(await this.#engine.log.append(this.#key, this.#epoch, parts)).toBe("appended");
  }

  async #appendLate(): Promise<void> {
    if (this.#epoch === 1) return;
    const parts: LoggedPart[] = [{ seq: this.#stored.length + 1, part: { type: "text-delta", text: "late" } }];
    const late = this.#engine.otherLog.append(this.#key, this.#epoch - 1, parts);
    // Where the fence is lost too, a late writer may write until the present one does.
    if (this.#isLost) await late.catch(() => null);
    else await expect(late).rejects.toMatchObject({ code: "conflict" });
  }

  async #takeOver(keptShare: number): Promise<void> {
    this.#epoch = await this.#engine.claim(this.#key);
    const { parts } = await this.#engine.otherLog.open(this.#key, this.#epoch);
    if (!this.#isLost) expect(parts).toEqual(this.#stored);
    const kept = Math.round(parts.length * keptShare);
    await this.#engine.otherLog.truncate(this.#key, this.#epoch, kept);
    this.#isLost = false;
    this.#written = parts.slice(0, kept);
    this.#stored = [...this.#written];
    this.#acknowledged = kept;
  }

  async #lose(lose: (() => Promise<void>) | null | undefined): Promise<void> {
    if (!lose) return;
    await lose();
    this.#isLost = true;
  }

  async #read(cursorShare: number, isOfOlderEpoch: boolean): Promise<void> {
    if (this.#isLost) return;
    const seq = Math.round(this.#stored.length * cursorShare);
    const epoch = isOfOlderEpoch ? this.#epoch - 1 : this.#epoch;
    const page = await this.#engine.otherLog.read(this.#key, { epoch, seq });
    expect(page.parts).toEqual(this.#stored.slice(isOfOlderEpoch ? 0 : seq));
  }
}

/** What a page shows that follows the log: a later epoch replaces everything, and within one no part is missing or comes twice. */
async function follow(engine: LosingLogEngine, key: LogKey, signal: AbortSignal): Promise<LoggedPart[]> {
  let shown: LoggedPart[] = [];
  let epoch = 0;
  for await (const page of engine.log.follow(key, START, signal)) {
    expect(page.epoch).toBeGreaterThanOrEqual(epoch);
    if (page.epoch > epoch) shown = [];
    epoch = page.epoch;
    for (const part of page.parts) {
      expect(part.seq).toBe(shown.length + 1);
      shown.push(part);
    }
  }
  return shown;
}

/** That the promises of the generation log hold in whatever order things happen. */
export function describeGenerationLogProperty(name: string, start: () => Promise<LosingLogEngine>, runs = RUNS): void {
  describe(`the generation log on ${name}, whatever happens`, () => {
    let engine: LosingLogEngine;
    beforeAll(async () => {
      engine = await start();
    });
    afterAll(() => engine.stop());

    test("holds what its writer wrote, whole and in order, and so does whoever followed it", async () => {
      const property = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25, size: "max" }), async (steps) => {
        const leaving = new AbortController();
        const key = await engine.begin();
        const following = follow(engine, key, leaving.signal);
        try {
          const world = new World(engine, key);
          for (const one of steps) await world.do(one);
          const written = await world.finish();
          expect(await following).toEqual(written);
        } finally {
          leaving.abort();
          await following.catch(() => null);
        }
      });
      await fc.assert(property, { numRuns: runs });
    });
  });
}
