import { ERROR_TABLE, AppError, toAppError } from "#server/errors.ts";
import type { Connection, ConnectionReader } from "./connection.ts";
import type { Gateway } from "./gateway.ts";
import { handleFrame } from "./handle-frame.ts";
import { parseClientFrame } from "./parse-client-frame.ts";
import type { PeerSocket, SocketListener } from "./peer-socket.ts";
import { UnfinishedFrame } from "./unfinished-frame.ts";

/** When so many frames of a socket, or so many bytes of them, wait to be served, no more is read of it for now. */
const WAITING_FRAMES = 32;
const WAITING_BYTES = 256 * 1_024;

/** A frame beyond the rate is read for its name only where that costs nothing. */
const NAMED_BYTES_MAX = 4_096;

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
  readonly #unfinished = new UnfinishedFrame();
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
    this.#unfinished.takeWhole(data, false);
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
    this.#unfinished.takeWhole(data, true);
    const { budget, isClosing, isSlow } = this.#connection;
    if (isClosing) return;
    if (!budget.spend()) this.#countFault();
    else if (!isSlow) this.#webSocket.pong(data);
  }

  onPong(data: Buffer): void {
    this.#unfinished.takeWhole(data, true);
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
    this.#unfinished.takeChunk(bytes);
    this.#count();
  }

  onCaughtUp(): void {
    this.#gateway.rooms.catchUp(this.#connection);
    void this.#serveQueue();
  }

  /** One turn of the ping wheel: closes a socket that takes too long to send one frame. */
  checkPulse(): void {
    if (this.#unfinished.isLate) this.#connection.close("tooSlow");
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
    const held = this.#unfinished.heldBytes + this.#queuedBytes;
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
    this.#unfinished.forget();
    this.#count();
  }
}
