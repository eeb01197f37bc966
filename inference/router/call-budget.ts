/** How many calls beyond one an answer are allowed. */
type Allowance = {
  /** Of all answers of the last while. */
  share: number;
  /** So many more in the same while, for an instance that is too quiet for a share of its answers to be a call. */
  floor: number;
};

const WINDOW_MS = 60_000;
const SLICES = 12;
const SLICE_MS = WINDOW_MS / SLICES;

type Slice = { start: number; answers: number; extras: number };

/** Counts answers and the calls beyond one for each, over the last minute, so that an outage is not amplified. */
export class CallBudget {
  readonly #allowance: Allowance;
  #slices: Slice[] = [];

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
  }

  /** An answer was begun. */
  countAnswer(now: number): void {
    this.#sliceAt(now).answers += 1;
  }

  /** An extra call that is made whatever the budget says; it counts for those that ask. */
  spend(now: number): void {
    this.#sliceAt(now).extras += 1;
  }

  /** Whether an extra call may be made now; if so it is counted. */
  trySpend(now: number): boolean {
    const { answers, extras } = this.read(now);
    // 7 % of 100 is 7.000000000000001 or 6.999999999999999, and the seventh call is meant either way.
    if (extras + 1 > answers * this.#allowance.share + this.#allowance.floor + 1e-9) return false;
    this.spend(now);
    return true;
  }

  /** What the last minute had. */
  read(now: number): { answers: number; extras: number } {
    const counted = { answers: 0, extras: 0 };
    for (const { start, answers, extras } of this.#slices) {
      if (start <= now - WINDOW_MS) continue;
      counted.answers += answers;
      counted.extras += extras;
    }
    return counted;
  }

  #sliceAt(now: number): Slice {
    const start = now - (now % SLICE_MS);
    const last = this.#slices.at(-1);
    if (last !== undefined && last.start >= start) return last;
    const slice = { start, answers: 0, extras: 0 };
    this.#slices = [...this.#slices.slice(1 - SLICES), slice];
    return slice;
  }
}
