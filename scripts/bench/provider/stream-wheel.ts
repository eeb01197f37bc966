import type { ServerResponse } from "node:http";
import type { LeanAnswer } from "./lean-answer.ts";

/** How finely the streams of one pace are spread over it. */
const SLOTS = 20;

type Stream = { response: ServerResponse; answer: LeanAnswer; next: number };

/**
 * Writes all answers of one pace, a token each every `paceMs`, by one timer: a timer for each stream would cost the
 * machine as much as what is measured.
 */
export class StreamWheel {
  readonly #slots: Set<Stream>[] = Array.from({ length: SLOTS }, () => new Set());
  readonly #slotMs: number;
  readonly #startedAt = performance.now();
  #turns = 0;

  constructor(paceMs: number) {
    this.#slotMs = paceMs / SLOTS;
    setInterval(() => this.#turn(), Math.max(1, this.#slotMs));
  }

  /** The first token leaves at once. */
  add(response: ServerResponse, answer: LeanAnswer): void {
    const slot = this.#slots[this.#turns % SLOTS];
    const stream = { response, answer, next: 0 };
    slot?.add(stream);
    response.once("close", () => slot?.delete(stream));
    if (!this.#write(stream)) slot?.delete(stream);
  }

  #turn(): void {
    const due = Math.floor((performance.now() - this.#startedAt) / this.#slotMs);
    for (; this.#turns < due; this.#turns++) {
      const slot = this.#slots[this.#turns % SLOTS] ?? new Set();
      for (const stream of slot) if (!this.#write(stream)) slot.delete(stream);
    }
  }

  /** False when nothing follows. */
  #write(stream: Stream): boolean {
    const token = stream.answer.tokens[stream.next++];
    if (token) stream.response.write(token);
    else stream.response.end(stream.answer.end);
    return token !== undefined;
  }
}
