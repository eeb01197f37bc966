const FIRST_DELAY_MS = 400;
const LONGEST_DELAY_MS = 20_000;
/** Below this a failing server would be asked in a tight loop by whoever draws a very small number. */
const SHORTEST_DELAY_MS = 50;

/**
 * Milliseconds to wait before attempt number `attempt` (from 0): a random moment up to a bound that
 * doubles, so that thousands of tabs cut at once do not come back at once. `random` is in 0..1.
 */
export function reconnectDelayMs(attempt: number, random: number): number {
  const bound = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt);
  return Math.max(SHORTEST_DELAY_MS, Math.round(bound * random));
}
