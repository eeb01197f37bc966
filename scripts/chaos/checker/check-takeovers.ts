import type { Evidence, Leniency, Violation } from "./evidence.ts";

/** What a dead process wrote was claimed in time, where another one was there to claim it. */
export function checkTakeovers({ takeovers }: Evidence, { claimWithinMs }: Leniency): Violation[] {
  if (claimWithinMs === null) return [];
  return takeovers
    .filter(({ delayMs }) => delayMs > claimWithinMs)
    .map(({ generationId, epoch, delayMs }) => ({
      check: "takeovers",
      ids: `generation ${generationId} (epoch ${epoch})`,
      detail: `was claimed ${Math.round(delayMs)} ms after its last heartbeat; at most ${claimWithinMs}`,
    }));
}
