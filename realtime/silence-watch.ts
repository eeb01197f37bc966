/** So long a log may be silent before its follower looks whether the generation has ended. */
const LOOK_AFTER_MS = 2_000;

/**
 * Aborts `signal` when nothing was heard for two seconds and `hasEnded` says that nothing will be: the engine of a log may have
 * lost that it was closed. Looks again every two seconds of silence; a look that fails is the next one's business. Call `stop` in the end.
 */
export class SilenceWatch {
  readonly #hasEnded: () => Promise<boolean>;
  readonly #ending = new AbortController();
  #timer: NodeJS.Timeout;

  constructor(hasEnded: () => Promise<boolean>) {
    this.#hasEnded = hasEnded;
    this.#timer = setTimeout(() => this.#look(), LOOK_AFTER_MS);
  }

  get signal(): AbortSignal {
    return this.#ending.signal;
  }

  heard(): void {
    this.#timer.refresh();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#ending.abort();
  }

  #look(): void {
    const again = (hasEnded: boolean): void => {
      if (hasEnded) this.#ending.abort();
      else if (!this.signal.aborted) this.#timer.refresh();
    };
    this.#hasEnded().then(again, () => again(false));
  }
}
