import type { OutcomeCounts } from "./health-view.ts";
import { readPeak } from "./peak-ewma.ts";
import { CALLS, FAULTS, type ProcessShare } from "./process-share.ts";

/** Calls in flight that another process told of longer ago are not believed: it may have died. */
const BELIEVED_MS = 30_000;

/** What all processes counted from `from` on, together. */
export function countOutcomes(shares: Iterable<ProcessShare>, from: number): OutcomeCounts {
  const totals = new Map<number, number>();
  for (const share of shares) share.outcomes.addTo(totals, from);
  return { calls: totals.get(CALLS) ?? 0, faults: totals.get(FAULTS) ?? 0 };
}

/** The times to the first content that all processes counted from `from` on. */
export function countTimes(shares: Iterable<ProcessShare>, from: number): Map<number, number> {
  const totals = new Map<number, number>();
  for (const share of shares) share.times.addTo(totals, from);
  return totals;
}

/** The slowest of what the processes think of its time to the first content; null where none knows any. */
export function readSlowestPeak(shares: Iterable<ProcessShare>, now: number): number | null {
  let slowest: number | null = null;
  for (const { peak } of shares) if (peak !== null) slowest = Math.max(slowest ?? 0, readPeak(peak, now));
  return slowest;
}

/** How many calls all processes have in flight. */
export function countInFlight(shares: ReadonlyMap<string, ProcessShare>, own: ProcessShare, now: number): number {
  let count = own.inFlight;
  for (const share of shares.values()) {
    if (share !== own && now - share.lastCallAt < BELIEVED_MS) count += share.inFlight;
  }
  return count;
}
