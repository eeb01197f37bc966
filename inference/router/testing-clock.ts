import type { RouterClock } from "./router-clock.ts";

type Sleeper = { at: number; wake: () => void };

/** A clock that stands still until a test moves it. */
export class TestingClock implements RouterClock {
  #now: number;
  readonly #sleepers = new Set<Sleeper>();

  constructor(now = 1_800_000_000_000) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  sleep(ms: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const sleeper = { at: this.#now + ms, wake: resolve };
      this.#sleepers.add(sleeper);
      signal.addEventListener("abort", () => this.#wake(sleeper), { once: true });
    });
  }

  /** Moves the time on, and wakes in their order those who slept up to then; each finds the moment that it asked for. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settled();
    for (let next = this.#next(end); next !== undefined; next = this.#next(end)) {
      this.#now = Math.max(this.#now, next.at);
      this.#wake(next);
      await settled();
    }
    this.#now = end;
    await settled();
  }

  #next(end: number): Sleeper | undefined {
    return [...this.#sleepers].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
  }

  #wake(sleeper: Sleeper): void {
    if (this.#sleepers.delete(sleeper)) sleeper.wake();
  }
}

/** Whatever can happen without the time moving has happened. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
