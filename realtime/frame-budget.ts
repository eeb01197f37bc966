/** How many frames a socket may send at once, and how many a second in the long run. */
const BURST = 60;
const PER_SECOND = 20;

/** After so many frames beyond the budget or without sense the sender is not a browser of ours. */
const FAULTS_MAX = 100;

/** What one socket may still say. */
export class FrameBudget {
  #tokens = BURST;
  #refilledAt = performance.now();
  #faults = 0;

  /** Takes one frame from the budget; false when there is none left. */
  spend(): boolean {
    const now = performance.now();
    this.#tokens = Math.min(BURST, this.#tokens + ((now - this.#refilledAt) * PER_SECOND) / 1_000);
    this.#refilledAt = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  /** Counts a frame that could not be served; true when that were too many. */
  countFault(): boolean {
    this.#faults += 1;
    return this.#faults > FAULTS_MAX;
  }
}
