/** Lets so much pass at once, and so much a second in the long run. */
export class TokenBucket {
  readonly #burst: number;
  readonly #perSecond: number;
  #tokens: number;
  #refilledAt = performance.now();

  constructor(burst: number, perSecond: number) {
    this.#burst = burst;
    this.#perSecond = perSecond;
    this.#tokens = burst;
  }

  /** True where one could be taken at this moment. */
  get hasToken(): boolean {
    const now = performance.now();
    this.#tokens = Math.min(this.#burst, this.#tokens + ((now - this.#refilledAt) * this.#perSecond) / 1_000);
    this.#refilledAt = now;
    return this.#tokens >= 1;
  }

  /** Takes `cost` where at least one is left, so that something large passes and is paid off later; false when none is left. */
  spend(cost = 1): boolean {
    if (!this.hasToken) return false;
    this.#tokens -= cost;
    return true;
  }
}
