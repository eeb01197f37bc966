import { ERROR_TABLE, AppError, toAppError } from "#server/errors.ts";
import type { Connection, ConnectionReader } from "./connection.ts";
import type { Gateway } from "./gateway.ts";
import { handleFrame } from "./handle-frame.ts";
import { parseClientFrame } from "./parse-client-frame.ts";
import type { PeerSocket, SocketListener } from "./peer-socket.ts";

/** When so many frames of a socket, or so many bytes of them, wait to be served, no more is read of it for now. */
const WAITING_FRAMES = 32;
const WAITING_BYTES = 256 * 1_024;

/** A frame beyond the rate is read for its name only where that costs nothing. */
const NAMED_BYTES_MAX = 4_096;

/** What a frame costs beside its content: its head and mask, and what a network chunk of it needs here. */
const HEAD_BYTES = 6;
const CHUNK_BYTES = 200;

/** A frame that is larger than this must be there in so many milliseconds; the largest at 270 kbit/s is. */
const LARGE_BYTES = 65_536;
export const LARGE_FRAME_WITHIN_MS = 60_000;

/** Who holds less than this is never closed for the memory that others fill. */
const SMALL_BYTES = 16_384;

/**
 * Reads the frames of one socket, one after the other, so that a later one finds what an earlier one
 * did. A frame that fails is rejected and hurts nobody; a socket that sends nothing else is closed. One that
 * does not read its answers is not read either.
 */
export class FrameReceiver implements SocketListener, ConnectionReader {
  readonly #gateway: Gateway;
  readonly #connection: Connection;
  readonly #webSocket: PeerSocket;
  #queue: Buffer[] = [];
  #queuedBytes = 0;
  #isServing = false;
  /** Bytes that came and belong to no whole frame yet, and since when they are many. */
  #partBytes = 0;
  #partSince: number | null = null;
  /** Bytes of what was whole in the chunk that is being read, and whether a frame of ours ended in it. */
  #wholeBytes = 0;
  #hasEnded = false;
  /** What of all that stands in the process's account. */
  #countedBytes = 0;

  constructor(gateway: Gateway, connection: Connection, webSocket: PeerSocket) {
    this.#gateway = gateway;
    this.#connection = connection;
    this.#webSocket = webSocket;
    connection.reader = this;
  }

  onFrame(data: Buffer, isBinary: boolean): void {
    const connection = this.#connection;
    this.#wholeBytes += HEAD_BYTES + data.length;
    this.#hasEnded = true;
    if (connection.isClosing) return;
    // Every frame of ours is text.
    if (isBinary) return connection.close("invalidFrame");
    connection.askedAt = performance.now();
    if (!connection.budget.spendFrame(data.length)) {
      const requestId = data.length > NAMED_BYTES_MAX ? null : parseClientFrame(data).requestId;
      return this.#refuse(requestId, new AppError("rate-limited"));
    }
    this.#queue.push(data);
    this.#queuedBytes += data.length;
    void this.#serveQueue();
  }

  onPing(data: Buffer): void {
    this.#wholeBytes += HEAD_BYTES + data.length;
    const { budget, isClosing, isSlow } = this.#connection;
    if (isClosing) return;
    if (!budget.spend()) this.#countFault();
    else if (!isSlow) this.#webSocket.pong(data);
  }

  onPong(data: Buffer): void {
    this.#wholeBytes += HEAD_BYTES + data.length;
    const isExpected = !this.#connection.isAlive;
    this.#connection.isAlive = true;
    if (!isExpected && !this.#connection.budget.spend()) this.#countFault();
  }

  onFault(): void {
    this.#connection.markClosing();
    this.#forget();
  }

  onClose(): void {
    this.#connection.markClosing();
    this.#forget();
    this.#gateway.rooms.leaveAll(this.#connection);
    this.#gateway.connections.remove(this.#connection);
  }

  /** Counts a chunk that came, after the frames that it completed were told. */
  onChunk(bytes: number): void {
    if (this.#connection.isClosing) return;
    const part = Math.max(0, this.#partBytes + bytes - this.#wholeBytes);
    // The heads of a frame's pieces are not counted; but where one ended in this chunk, what is left came in it as well.
    this.#partBytes = this.#hasEnded ? Math.min(part, bytes) : part + CHUNK_BYTES;
    this.#wholeBytes = 0;
    this.#hasEnded = false;
    if (this.#partBytes <= LARGE_BYTES) this.#partSince = null;
    else if (this.#partSince === null) this.#partSince = performance.now();
    this.#count();
  }

  onCaughtUp(): void {
    this.#gateway.rooms.catchUp(this.#connection);
    void this.#serveQueue();
  }

  /** One turn of the ping wheel: closes a socket that takes too long to send one frame. */
  checkPulse(): void {
    const isLate = this.#partSince !== null && performance.now() - this.#partSince > LARGE_FRAME_WITHIN_MS;
    if (isLate) this.#connection.close("tooSlow");
    if (this.#connection.isClosing) this.#forget();
  }

  /** Serves what waits, as long as the socket reads its answers. Never rejects. */
  async #serveQueue(): Promise<void> {
    this.#adjust();
    if (this.#isServing) return;
    this.#isServing = true;
    while (!this.#connection.isClosing && !this.#connection.isSlow) {
      const data = this.#queue.shift();
      if (!data) break;
      await this.#serve(data);
      this.#queuedBytes = Math.max(0, this.#queuedBytes - data.length);
      this.#adjust();
    }
    this.#isServing = false;
  }

  async #serve(data: Buffer): Promise<void> {
    this.#connection.framesServed += 1;
    const { frame, requestId } = parseClientFrame(data);
    try {
      if (!frame)
        throw new AppError("invalid-input", { message: "the frame is not one of contracts/socket-frames.ts" });
      await handleFrame(this.#gateway, this.#connection, frame);
    } catch (thrown) {
      this.#refuse(requestId, toAppError(thrown));
    }
  }

  #refuse(requestId: string | null, error: AppError): void {
    const { code, userMessage, isRetryable } = error;
    this.#gateway.context.logger[ERROR_TABLE[code].logLevel]({ code, error }, "a frame was rejected");
    this.#connection.send({ type: "reject", requestId, code, userMessage, isRetryable });
    if (code === "invalid-input" || code === "rate-limited") this.#countFault();
  }

  #countFault(): void {
    if (this.#connection.budget.countFault()) this.#connection.close("invalidFrame");
  }

  /** Reads on, or stops reading, by what waits. */
  #adjust(): void {
    if (this.#connection.isClosing) return this.#forget();
    this.#count();
    const isFull = this.#queue.length > WAITING_FRAMES || this.#queuedBytes > WAITING_BYTES;
    const isPaused = isFull || this.#connection.isSlow;
    if (isPaused !== this.#webSocket.isPaused) this.#webSocket[isPaused ? "pause" : "resume"]();
  }

  #count(): void {
    const held = this.#partBytes + this.#queuedBytes;
    const more = held - this.#countedBytes;
    if (more === 0) return;
    this.#countedBytes = held;
    const { connections } = this.#gateway;
    const isBearable = connections.frameMemory.change(this.#connection.actor.userId, more);
    if (!isBearable && more > 0 && held > SMALL_BYTES) this.#connection.close("tooMuchWaiting");
  }

  #forget(): void {
    this.#queue = [];
    this.#queuedBytes = 0;
    this.#partBytes = 0;
    this.#count();
  }
}
