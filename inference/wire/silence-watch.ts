/**
 * Aborts its signal when the caller does, or when the provider is silent for too long. One timer a
 * call, moved on instead of made anew, because this runs for every piece of every answer.
 */
export class SilenceWatch {
  readonly #controller = new AbortController();
  readonly #caller: AbortSignal;
  readonly #follow = (): void => this.#controller.abort();
  #timer: NodeJS.Timeout | null = null;
  #isPaused = false;
  #restarts = 0;
  #hasEnded = false;
  /** The silence, in milliseconds, that is allowed at present. */
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
    this.#isPaused = false;
    this.#restarts += 1;
    if (this.#timer !== null && this.limitMs === limitMs) {
      this.#timer.refresh();
      return;
    }
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.limitMs = limitMs;
    this.#timer = setTimeout(() => this.#expire(), limitMs);
  }

  /** Does not count until the next `restart`: the silence is the reader's, not the provider's. */
  pause(): void {
    this.#isPaused = true;
  }

  /** Ends the watch; `how` says whether the request ends with it. */
  end(how: "abort-request" | "leave-request"): void {
    this.#hasEnded = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#caller.removeEventListener("abort", this.#follow);
    if (how === "abort-request") this.#controller.abort();
  }

  #expire(): void {
    const seen = this.#restarts;
    // After this process itself stood still, what came meanwhile is read first.
    setImmediate(() => {
      if (this.#isPaused || this.#hasEnded || this.#restarts !== seen) return;
      this.hasExpired = true;
      this.#controller.abort();
    });
  }
}
