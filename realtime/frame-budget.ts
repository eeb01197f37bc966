import { TokenBucket } from "./token-bucket.ts";

/** How many frames a socket may send at once, and how many a second in the long run. */
const BURST = 60;
const PER_SECOND = 20;

/** A frame counts once more for each such piece of it: the largest costs 1.5 seconds of the rate. */
const PIECE_BYTES = 65_536;

/** After so many frames beyond the budget or without sense the sender is not a browser of ours. */
const FAULTS_MAX = 100;

/** What one socket may still say. */
export class FrameBudget extends TokenBucket {
  #faults = 0;

  constructor() {
    super(BURST, PER_SECOND);
  }

  /** Takes one frame of so many bytes from the budget; false when there is none left. */
  spendFrame(bytes: number): boolean {
    return this.spend(1 + Math.floor(bytes / PIECE_BYTES));
  }

  /** Counts a frame that could not be served; true when that were too many. */
  countFault(): boolean {
    this.#faults += 1;
    return this.#faults > FAULTS_MAX;
  }
}
