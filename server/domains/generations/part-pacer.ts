import type { StreamPart } from "#contracts/stream-part.ts";
import { mergePart } from "./merge-parts.ts";
import { untilNextBeatMs } from "./until-next-beat-ms.ts";

/** The pause between two deliveries: shorter than the eye sees, long enough to join what a fast model says. */
export const FLUSH_EVERY_MS = 25;

/**
 * Joins parts as they come and hands them on at a steady pace: the first at once, whatever comes
 * within 25 ms of a delivery together at the next beat, which all generations of the process share.
 */
export class PartPacer {
  readonly #deliver: (parts: readonly StreamPart[]) => void;
  #waiting: StreamPart[] = [];
  #timer: NodeJS.Timeout | null = null;
  #lastDelivery = -Infinity;

  constructor(deliver: (parts: readonly StreamPart[]) => void) {
    this.#deliver = deliver;
  }

  push(part: StreamPart): void {
    mergePart(this.#waiting, part);
    if (this.#timer) return;
    if (performance.now() - this.#lastDelivery >= FLUSH_EVERY_MS) this.flush();
    else this.#timer = setTimeout(() => this.flush(), untilNextBeatMs(FLUSH_EVERY_MS));
  }

  /** Hands on what waits, if anything does. */
  flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#waiting.length === 0) return;
    const parts = this.#waiting;
    this.#waiting = [];
    this.#lastDelivery = performance.now();
    this.#deliver(parts);
  }
}
