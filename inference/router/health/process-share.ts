import { toTimeBucket } from "./first-part-times.ts";
import { observePeak, type PeakEwma } from "./peak-ewma.ts";
import { SlicedCounts } from "./sliced-counts.ts";

/** The keys of `outcomes`. */
export const CALLS = 0;
export const FAULTS = 1;

const SLICE_MS = 5_000;
const KEPT_MS = 5 * 60_000;

/** What one process has seen of one deployment. */
export class ProcessShare {
  readonly outcomes = new SlicedCounts({ sliceMs: SLICE_MS, keptMs: KEPT_MS });
  readonly times = new SlicedCounts({ sliceMs: SLICE_MS * 6, keptMs: KEPT_MS });
  peak: PeakEwma | null = null;
  inFlight = 0;
  lastCallAt = 0;

  /** A call came to a verdict. */
  countCall(isFault: boolean, now: number): void {
    this.outcomes.add(CALLS, now);
    if (isFault) this.outcomes.add(FAULTS, now);
  }

  /** The first content came after so long, or has not come after so long: then `isLate` tells how long was waited in vain. */
  observeFirstPart(ms: number, now: number, isLate?: { afterMs: number }): void {
    this.times.add(toTimeBucket(isLate?.afterMs ?? ms), now);
    this.peak = observePeak(this.peak, ms, now);
  }
}
