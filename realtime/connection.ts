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

/** How long a closed reader may take to say goodbye. */
const GOODBYE_MS = 1_000;

/** Why the server closes a socket, by the name of its code. */
export type CloseReason = keyof typeof SOCKET_CLOSE_CODES;

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
  #waiting: Buffer[] = [];
  #waitingBytes = 0;
  #isClosing = false;
  readonly #webSocket: WebSocket;
  readonly #stream: Duplex;

  /** `stream` is what `webSocket` speaks over. */
  constructor(actor: Actor, webSocket: WebSocket, stream: Duplex) {
    this.actor = actor;
    this.#webSocket = webSocket;
    this.#stream = stream;
    webSocket.on("pong", () => (this.isAlive = true));
    webSocket.on("close", () => (this.#isClosing = true));
  }

  get isSlow(): boolean {
    return this.#waitingBytes + this.#stream.writableLength > SLOW_BYTES;
  }

  /** True from the first goodbye on, ours or the reader's: nothing reaches it any more. */
  get isClosing(): boolean {
    return this.#isClosing;
  }

  send(frame: ServerFrame): void {
    this.write(encodeServerFrame(frame));
  }

  /** Takes frames that are encoded already; they leave with everything else of this tick in one write. */
  write(encoded: Buffer): void {
    if (this.#isClosing) return;
    // Judged by what waits already: one frame may hold an answer of any length, and would never get through.
    if (this.#waitingBytes + this.#stream.writableLength > CLOSE_BYTES) return this.close("tooSlow");
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
    if (this.#stream.writable) this.#stream.write(chunk);
  }

  ping(): void {
    this.isAlive = false;
    this.flush();
    this.#webSocket.ping();
  }

  /** Says goodbye behind what was written, and hangs up when there is no answer. Safe to repeat. */
  close(reason: CloseReason): void {
    if (this.#isClosing) return;
    if (reason !== "tooSlow") this.flush();
    this.#isClosing = true;
    this.#waiting = [];
    this.#webSocket.close(SOCKET_CLOSE_CODES[reason]);
    setTimeout(() => this.#webSocket.terminate(), GOODBYE_MS).unref();
  }

  /** Hangs up at once. */
  terminate(): void {
    this.#isClosing = true;
    this.#webSocket.terminate();
  }
}
