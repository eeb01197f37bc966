/** A moving average in milliseconds as it stood at one moment. */
export type PeakEwma = { ms: number; at: number };

/** After so long an observation counts for a third of what it did. */
const DECAY_MS = 30_000;

/**
 * The average after one more observation: it follows a slower one at once and a faster one slowly,
 * so that a deployment that has become slow is known after a single call (the peak-EWMA of Finagle).
 */
export function observePeak(before: PeakEwma | null, ms: number, at: number): PeakEwma {
  if (before === null) return { ms, at };
  const kept = readPeak(before, at);
  if (ms >= kept) return { ms, at };
  const weight = Math.exp(-Math.max(0, at - before.at) / DECAY_MS);
  return { ms: before.ms * weight + ms * (1 - weight), at };
}

/** The average now: it fades, so that a deployment that nobody asks any more because it was slow is asked again. */
export function readPeak({ ms, at }: PeakEwma, now: number): number {
  return ms * Math.exp(-Math.max(0, now - at) / DECAY_MS);
}
