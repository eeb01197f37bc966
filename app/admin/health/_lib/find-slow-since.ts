import type { HealthSeries } from "#contracts/deployment-health.ts";

const SLOWER = 2;
/** Below this nobody notices. */
const SLOW_MS = 1_000;
const MINUTES_MIN = 5;
const SLOW_MINUTES_MIN = 2;

/**
 * Since when the first token takes at least twice as long as it did before, as an index into the series; null where it
 * does not, or where too little was measured to say so. One slow minute is none.
 */
export function findSlowSince({ firstTokenP50Ms }: HealthSeries): number | null {
  const measured = firstTokenP50Ms.flatMap((ms, index) => (ms === null ? [] : [{ ms, index }]));
  const usual = median(measured.map(({ ms }) => ms));
  const lastUsual = measured.findLastIndex(({ ms }) => ms < Math.max(SLOW_MS, usual * SLOWER));
  const slow = measured.slice(lastUsual + 1);
  if (lastUsual + 1 < MINUTES_MIN || slow.length < SLOW_MINUTES_MIN) return null;
  return slow[0]?.index ?? null;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
