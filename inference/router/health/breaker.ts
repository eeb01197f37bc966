/** What keeps calls away from a deployment that fails. */
export type Breaker = {
  isOpen: boolean;
  /** When it last opened or closed. */
  since: number;
  /** Until when nobody should try, while it is open. */
  until: number;
  /** How often it has opened in a row, which makes it wait longer each time. */
  opens: number;
  /** What opened it, in a few words. */
  reason: string;
};

export type BreakerState = "closed" | "open" | "half-open";

/** The first pause; each opening in a row doubles it up to the longest. */
const OPEN_MS = 5_000;
const OPEN_MS_MAX = 120_000;

/** One that stayed closed for so long begins with the first pause again. */
const FORGIVEN_AFTER_MS = 60_000;

/** A deployment of which nothing is known. */
export const CLOSED: Breaker = { isOpen: false, since: 0, until: 0, opens: 0, reason: "" };

/** Half-open: open, and its pause is over. */
export function readBreaker(breaker: Breaker, now: number): BreakerState {
  if (!breaker.isOpen) return "closed";
  return now >= breaker.until ? "half-open" : "open";
}

/** The breaker after it has opened, or opened once more. */
export function openBreaker(before: Breaker, now: number, reason: string): Breaker {
  const isInARow = before.isOpen || now - before.since < FORGIVEN_AFTER_MS;
  const opens = isInARow ? before.opens + 1 : 1;
  const pauseMs = Math.min(OPEN_MS * 2 ** (opens - 1), OPEN_MS_MAX);
  return { isOpen: true, since: now, until: now + pauseMs, opens, reason };
}

/** The breaker after a call has shown that the deployment answers. */
export function closeBreaker(before: Breaker, now: number): Breaker {
  return { ...before, isOpen: false, since: now, until: 0 };
}
