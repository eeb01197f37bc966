/** What a network chunk of a frame that is not whole costs beside its content. */
const CHUNK_BYTES = 200;

/** A frame that is larger than this must be there in so many milliseconds; the largest at 270 kbit/s is. */
const LARGE_BYTES = 65_536;
export const LARGE_FRAME_WITHIN_MS = 60_000;

/** How much has come of the frame that a socket is sending. The library tells what is whole, and holds the rest. */
export class UnfinishedFrame {
  #bytes = 0;
  #chunks = 0;
  #isLargeSince: number | null = null;
  /** Bytes of what was whole in the chunk that is being read, and whether a frame of ours ended in it. */
  #wholeBytes = 0;
  #hasEnded = false;

  /** What it holds in memory. */
  get heldBytes(): number {
    return this.#bytes + this.#chunks * CHUNK_BYTES;
  }

  /** True for a large one that is not whole in time. */
  get isLate(): boolean {
    return this.#isLargeSince !== null && performance.now() - this.#isLargeSince > LARGE_FRAME_WITHIN_MS;
  }

  /** A frame is whole, or one of control, which may come between the pieces of another. */
  takeWhole({ length }: Buffer, isControl: boolean): void {
    // Head, mask and content of one that came in one piece (RFC 6455, 5.2).
    this.#wholeBytes += (length < 126 ? 6 : length < 65_536 ? 8 : 14) + length;
    if (!isControl) this.#hasEnded = true;
  }

  /** A chunk came, and the frames that it made whole were taken. */
  takeChunk(bytes: number): void {
    const left = Math.max(0, this.#bytes + bytes - this.#wholeBytes);
    // The heads of a frame's pieces are not counted; but where one ended in this chunk, what is left came in it as well.
    this.#bytes = this.#hasEnded ? Math.min(left, bytes) : left;
    if (this.#hasEnded || left === 0) this.#chunks = 0;
    else if (bytes > this.#wholeBytes) this.#chunks += 1;
    this.#wholeBytes = 0;
    this.#hasEnded = false;
    if (this.#bytes <= LARGE_BYTES) this.#isLargeSince = null;
    else this.#isLargeSince ??= performance.now();
  }

  /** The rest will never come. */
  forget(): void {
    this.#bytes = 0;
    this.#chunks = 0;
    this.#isLargeSince = null;
  }
}
