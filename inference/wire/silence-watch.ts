/**
 * Aborts its signal when the caller does, or when nothing happens for too long. One timer a call,
 * moved on instead of made anew, because this runs for every piece of every answer.
 */
export class SilenceWatch {
  readonly #controller = new AbortController();
  readonly #caller: AbortSignal;
  readonly #follow = (): void => this.#controller.abort();
  #timer: NodeJS.Timeout | null = null;
  limitMs = 0;
  hasExpired = false;

  constructor(caller: AbortSignal) {
    this.#caller = caller;
    if (caller.aborted) this.#controller.abort();
    else caller.addEventListener("abort", this.#follow, { once: true });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Starts to count anew, up to `limitMs`. */
  restart(limitMs: number): void {
    if (this.#timer !== null && this.limitMs === limitMs) {
      this.#timer.refresh();
      return;
    }
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.limitMs = limitMs;
    this.#timer = setTimeout(() => {
      this.hasExpired = true;
      this.#controller.abort();
    }, limitMs);
  }

  /** Ends the watch and, where one still runs, the request; safe to repeat. */
  end(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#caller.removeEventListener("abort", this.#follow);
    this.#controller.abort();
  }
}
