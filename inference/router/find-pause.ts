const PAUSE_MS = 250;
const PAUSE_MS_MAX = 8_000;

/**
 * How long to wait before the same deployment is asked once more, in milliseconds: anything between
 * nothing and a bound that doubles with each failure, so that those who failed together do not come
 * back together (full jitter). `random` is in [0, 1).
 */
export function findPause(failures: number, random: number): number {
  return Math.round(random * Math.min(PAUSE_MS * 2 ** Math.max(0, failures - 1), PAUSE_MS_MAX));
}
