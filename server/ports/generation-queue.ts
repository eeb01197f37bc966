import type { LogKey } from "./generation-log.ts";

/** A generation that waits for a process to write it. `receipt` is the engine's own name of this offer. */
export type QueuedGeneration = LogKey & { receipt: string };

/** How long whoever took a generation has to settle it before it is offered to another process, in milliseconds. */
export const OFFER_LEASE_MS = 5_000;

/**
 * Brings generations that nobody writes to a process that has room. At least once, and only a hint: who
 * writes is decided by the claim on the generation's record in PostgreSQL, and what the queue loses with its
 * engine is found there by whoever looks for idle generations.
 */
export interface GenerationQueue {
  /** Offers the generation to whichever process takes it first. Safe to repeat. Throws where the engine cannot be reached. */
  offer(key: LogKey): Promise<void>;
  /**
   * At most `limit` generations that were offered and that nobody else has, the oldest first; waits until there is at
   * least one, and returns none when `signal` aborts. What is not settled within `OFFER_LEASE_MS` is offered again.
   * Throws where the engine cannot be reached.
   */
  take(limit: number, signal: AbortSignal): Promise<QueuedGeneration[]>;
  /** Says that these need not be offered again. Safe to repeat. */
  settle(taken: readonly QueuedGeneration[]): Promise<void>;
}
