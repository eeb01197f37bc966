import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import { SOCKET_CLOSE_CODES } from "#contracts/socket-constants.ts";
import type { ServerFrame } from "#contracts/socket-frames.ts";
import type { Actor } from "#server/context.ts";
import { encodeServerFrame } from "./encode-server-frame.ts";
import { FrameBudget } from "./frame-budget.ts";
import { flushSoon } from "./write-tick.ts";

/** From here on a reader is slow: it gets no more deltas, and a snapshot when it has read what waits. */
const SLOW_BYTES = 256 * 1_024;

/** When so much waits it is closed instead of given more, before its memory hurts anybody else. Must stay above SLOW_BYTES. */
export const CLOSE_BYTES = 8 * 1_024 * 1_024;

/** So long a reader may be slow; it is closed at the next turn of the ping wheel. */
export const SLOW_MS_MAX = 60_000;

/** An empty ping (RFC 6455, 5.5.2), as all sockets get it. */
const PING = Buffer.from([0x89, 0x00]);

/** Why the server closes a socket, by the name of its code. */
export type CloseReason = keyof typeof SOCKET_CLOSE_CODES;

/** Who reads the frames of a socket, as far as its reading of ours concerns it. */
export interface ConnectionReader {
  /** The socket has read all that waited for it. */
  onCaughtUp(): void;
  /** One turn of the ping wheel. */
  checkPulse(): void;
}

/** One open socket of one person: what waits to be written to it, and how it reads. */
export class Connection {
  readonly actor: Actor;
  readonly budget = new FrameBudget();
  /** Ids of the conversations it follows. */
  readonly conversationIds = new Set<string>();
  isAlive = true;
  /** The version of the frames that both sides speak here: 1 until the socket's `hello` says another. */
  protocolVersion = 1;
  /** How many frames of it were taken to be served, the present one included. */
  framesServed = 0;
  /** When it last asked for something, on the clock of `performance.now`. */
  askedAt = performance.now();
  reader: ConnectionReader | null = null;
  /** Its place in the ping wheel; null before its first turn. */
  pulseSlot: number | null = null;
  #waiting: Buffer[] = [];
  #waitingBytes = 0;
  #writtenBytes = 0;
  /** How much it had read at the last turn of the wheel; -1 where nothing was left to read. */
  #readBytes = -1;
  #isBlocked = false;
  #slowSince: number | null = null;
  #isClosing = false;
  readonly #webSocket: WebSocket;
  readonly #stream: Duplex;

  /** `stream` is what `webSocket` speaks over. */
  constructor(actor: Actor, webSocket: WebSocket, stream: Duplex) {
    this.actor = actor;
    this.#webSocket = webSocket;
    this.#stream = stream;
  }

  get isSlow(): boolean {
    return this.#unreadBytes > SLOW_BYTES;
  }

  /** True from the first goodbye on, ours or the reader's: nothing reaches it any more. */
  get isClosing(): boolean {
    return this.#isClosing;
  }

  get #unreadBytes(): number {
    return this.#waitingBytes + this.#stream.writableLength;
  }

  send(frame: ServerFrame): void {
    this.write(encodeServerFrame(frame));
  }

  /** Takes frames that are encoded already; they leave with everything else of this tick in one write. */
  write(encoded: Buffer): void {
    if (this.#isClosing) return;
    // Judged by what waits already: one frame may hold an answer of any length, and would never get through.
    if (this.#unreadBytes > CLOSE_BYTES) return this.close("tooSlow");
    this.#waiting.push(encoded);
    this.#waitingBytes += encoded.length;
    flushSoon(this);
  }

  flush(): void {
    const [only] = this.#waiting;
    if (!only) return;
    const chunk = this.#waiting.length === 1 ? only : Buffer.concat(this.#waiting, this.#waitingBytes);
    this.#waiting = [];
    this.#waitingBytes = 0;
    if (!this.#stream.writable) return;
    this.#writtenBytes += chunk.length;
    const isTakenAtOnce = this.#stream.write(chunk);
    if (this.#slowSince === null && this.isSlow) this.#slowSince = performance.now();
    if (isTakenAtOnce || this.#isBlocked) return;
    this.#isBlocked = true;
    this.#stream.once("drain", () => this.#catchUp());
  }

  #catchUp(): void {
    this.#isBlocked = false;
    this.#slowSince = null;
    this.reader?.onCaughtUp();
  }

  /**
   * One turn of the ping wheel: asks whether the reader is still there. Hangs up on one that did not answer the last
   * time, unless it reads what was written before the question, and closes one that has been slow for too long.
   */
  checkPulse(): void {
    const readBytes = this.#writtenBytes - this.#stream.writableLength;
    const isReading = this.#readBytes !== -1 && readBytes > this.#readBytes;
    this.#readBytes = this.#stream.writableLength === 0 ? -1 : readBytes;
    if (this.#slowSince !== null && performance.now() - this.#slowSince > SLOW_MS_MAX) return this.close("tooSlow");
    if (!this.isAlive && !isReading) return this.terminate();
    this.isAlive = false;
    this.write(PING);
    this.reader?.checkPulse();
  }

  /** Says goodbye behind what was written; the library hangs up when there is no answer. Safe to repeat. */
  close(reason: CloseReason): void {
    if (this.#isClosing) return;
    if (reason !== "tooSlow") this.flush();
    this.markClosing();
    this.#webSocket.close(SOCKET_CLOSE_CODES[reason]);
  }

  /** Writes nothing more: the goodbye was said, or nobody is there. */
  markClosing(): void {
    this.#isClosing = true;
    this.#waiting = [];
    this.#waitingBytes = 0;
  }

  /** Hangs up at once. */
  terminate(): void {
    this.markClosing();
    this.#webSocket.terminate();
  }
}
