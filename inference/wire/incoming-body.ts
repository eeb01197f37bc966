import type { Dispatcher } from "undici";

/** So much waits for its reader before the connection is read no further. */
const WAITING_BYTES_MAX = 64 * 1024;

/** So long a connection that serves the next call is worth waiting for. */
const RELEASE_TIMEOUT_MS = 1_000;

type Connection = Pick<Dispatcher.DispatchController, "abort" | "pause" | "resume">;

/**
 * The bytes of one answer on their way from its connection, which waits where they are not read,
 * to one reader. Web streams would cost a token as much as all the rest of its way.
 */
export class IncomingBody {
  readonly #connection: Connection;
  readonly #signal: AbortSignal;
  #pieces: Uint8Array[] = [];
  #waitingBytes = 0;
  #isPaused = false;
  #end: { failure: unknown } | "whole" | null = null;
  #wake: (() => void) | null = null;
  #releaseTimer: NodeJS.Timeout | null = null;

  /** What had come before `signal` aborts is not read after it; who made the connection closes it then. */
  constructor(connection: Connection, signal: AbortSignal) {
    this.#connection = connection;
    this.#signal = signal;
  }

  /** Takes what the connection brings. */
  push(piece: Uint8Array): void {
    if (this.#end !== null) return;
    if (this.#releaseTimer !== null) return this.cancel();
    this.#pieces.push(piece);
    this.#waitingBytes += piece.byteLength;
    if (this.#waitingBytes > WAITING_BYTES_MAX && !this.#isPaused) {
      this.#isPaused = true;
      this.#connection.pause();
    }
    this.#wakeReader();
  }

  /** The answer is whole. */
  end(): void {
    this.#close("whole");
  }

  /** The connection is gone; what it had brought is still read before the reader learns of it. */
  fail(failure: unknown): void {
    this.#close({ failure });
  }

  /** All that has come since, once there is something; null at the end. Throws what broke the connection. */
  async read(): Promise<Uint8Array | null> {
    while (this.#pieces.length === 0 && this.#end === null) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    // While the connection is open an abort ends it, and asking the signal each time would cost more than the rest.
    if (this.#end !== null) this.#signal.throwIfAborted();
    if (this.#pieces.length > 0) return this.#take();
    if (this.#end === "whole" || this.#end === null) return null;
    throw this.#end.failure;
  }

  /**
   * Nobody reads on. The connection serves the next call where the answer ends within a moment, and
   * is closed where it does not or has more to say.
   */
  release(): void {
    if (this.#end !== null || this.#releaseTimer !== null) return;
    if (this.#pieces.length > 0) return this.cancel();
    this.#releaseTimer = setTimeout(() => this.cancel(), RELEASE_TIMEOUT_MS).unref();
  }

  /** Nobody reads on: closes the connection of an answer that has not ended. */
  cancel(): void {
    if (this.#end === null) this.#connection.abort(new Error("Nobody reads the rest of the answer."));
  }

  #take(): Uint8Array {
    const [first = new Uint8Array()] = this.#pieces;
    const taken = this.#pieces.length === 1 ? first : Buffer.concat(this.#pieces);
    this.#pieces = [];
    this.#waitingBytes = 0;
    if (this.#isPaused && this.#end === null) {
      this.#isPaused = false;
      this.#connection.resume();
    }
    return taken;
  }

  #close(end: { failure: unknown } | "whole"): void {
    if (this.#end !== null) return;
    this.#end = end;
    if (this.#releaseTimer !== null) clearTimeout(this.#releaseTimer);
    this.#wakeReader();
  }

  #wakeReader(): void {
    this.#wake?.();
    this.#wake = null;
  }
}
