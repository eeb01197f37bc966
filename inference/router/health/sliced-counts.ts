/** A count as it leaves a process: the beginning of its slice of time, what was counted, how often. */
export type CountEntry = [start: number, key: number, count: number];

/**
 * How often something happened in each slice of the last while. Counts of one process only grow, so
 * that taking the larger of two copies of a slice joins them in any order, however often.
 */
export class SlicedCounts {
  readonly #sliceMs: number;
  readonly #keptMs: number;
  readonly #slices = new Map<number, Map<number, number>>();

  constructor({ sliceMs, keptMs }: { sliceMs: number; keptMs: number }) {
    this.#sliceMs = sliceMs;
    this.#keptMs = keptMs;
  }

  add(key: number, at: number): void {
    const slice = this.#sliceAt(at - (at % this.#sliceMs));
    slice.set(key, (slice.get(key) ?? 0) + 1);
  }

  /** Adds to `totals` what was counted in the slices that begin at `from` or later. */
  addTo(totals: Map<number, number>, from: number): void {
    for (const [start, slice] of this.#slices) {
      if (start < from) continue;
      for (const [key, count] of slice) totals.set(key, (totals.get(key) ?? 0) + count);
    }
  }

  /** The slices that may have changed since `at`. */
  entriesSince(at: number): CountEntry[] {
    const entries: CountEntry[] = [];
    for (const [start, slice] of this.#slices) {
      if (start + this.#sliceMs <= at) continue;
      for (const [key, count] of slice) entries.push([start, key, count]);
    }
    return entries;
  }

  /** Joins a copy of the same counts. */
  merge(entries: readonly CountEntry[]): void {
    for (const [start, key, count] of entries) {
      const slice = this.#sliceAt(start);
      slice.set(key, Math.max(slice.get(key) ?? 0, count));
    }
  }

  /** A new slice is the moment to forget those that are too old. */
  #sliceAt(start: number): Map<number, number> {
    const existing = this.#slices.get(start);
    if (existing !== undefined) return existing;
    for (const old of this.#slices.keys()) if (old <= start - this.#keptMs) this.#slices.delete(old);
    const slice = new Map<number, number>();
    this.#slices.set(start, slice);
    return slice;
  }
}
