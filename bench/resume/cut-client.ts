import { setTimeout as pause } from "node:timers/promises";
import { v7 as createId } from "uuid";
import type { WebSocket } from "ws";
import { openSocket } from "#scripts/bench/system/open-socket.ts";
import { ShownAnswer } from "./shown-answer.ts";

/** After so long away a client dials again, at most. */
const AWAY_MS_MAX = 300;
const LONG_AGO = "2000-01-01T00:00:00Z";

/** What one client does: `ports` are of all gateways, `cutsMs` when it is cut, counted from its acknowledgement. */
export type CutOrder = {
  ports: readonly number[];
  tickets: readonly string[];
  modelId: string;
  cutsMs: readonly number[];
  /** Asks for everything again each time, as a client without cursors must. */
  isNaive: boolean;
};

/** From dialling, and from being welcomed, until all that was missed had come. */
export type Return = { port: number; fromDialMs: number; fromWelcomeMs: number };

/** Somebody who asks once, is cut again and again, and comes back each time to any of the gateways. */
export class CutClient {
  readonly shown: ShownAnswer;
  readonly returns: Return[] = [];
  bytes = 0;
  readonly #order: CutOrder;
  readonly #tickets: string[];
  readonly #ids = { conversationId: createId(), messageId: createId(), answerId: createId(), generationId: createId() };
  readonly #ended = Promise.withResolvers<void>();
  readonly #acknowledged = new Map<string, () => void>();
  #webSocket: WebSocket | null = null;

  constructor(order: CutOrder) {
    this.#order = order;
    this.#tickets = [...order.tickets];
    this.shown = new ShownAnswer(this.#ids.generationId, this.#ids.answerId);
  }

  /** Resolves when the answer has ended and every cut is behind it. */
  async run(): Promise<void> {
    await this.#dial(this.#order.ports[0] ?? 0);
    const parts = [{ type: "text", text: "Tell me something about rivers and the sea." }];
    await this.#ask({ type: "message.send", parentId: null, parts, modelId: this.#order.modelId, ...this.#ids });
    const startedAt = performance.now();
    for (const cutMs of this.#order.cutsMs) {
      await pause(Math.max(0, startedAt + cutMs - performance.now()));
      this.#webSocket?.terminate();
      await pause(Math.random() * AWAY_MS_MAX);
      await this.#comeBack();
    }
    await this.#ended.promise;
    this.#webSocket?.terminate();
  }

  async #comeBack(): Promise<void> {
    const { ports, isNaive } = this.#order;
    const port = ports[Math.floor(Math.random() * ports.length)] ?? 0;
    const { conversationId, generationId } = this.#ids;
    const dialledAt = performance.now();
    await this.#dial(port);
    const welcomedAt = performance.now();
    const known = isNaive ? { cursors: {}, since: LONG_AGO } : { cursors: { [generationId]: this.shown.cursor } };
    await this.#ask({ type: "conversation.subscribe", conversationId, ...known });
    const now = performance.now();
    this.returns.push({ port, fromDialMs: now - dialledAt, fromWelcomeMs: now - welcomedAt });
  }

  async #dial(port: number): Promise<void> {
    const webSocket = await openSocket({ port, ticket: this.#tickets.pop() ?? "" });
    webSocket.on("message", (data: Buffer) => this.#receive(webSocket, data));
    this.#webSocket = webSocket;
  }

  #ask(frame: object): Promise<void> {
    const requestId = createId();
    const acknowledged = new Promise<void>((resolve) => this.#acknowledged.set(requestId, resolve));
    this.#webSocket?.send(JSON.stringify({ ...frame, requestId }));
    return acknowledged;
  }

  #receive(webSocket: WebSocket, data: Buffer): void {
    if (webSocket !== this.#webSocket) return;
    this.bytes += data.length;
    const frame = JSON.parse(data.toString());
    if (frame.type === "reject") throw new Error(data.toString());
    if (frame.type === "ack") this.#acknowledged.get(frame.requestId)?.();
    this.shown.take(frame);
    if (this.shown.contentHash !== null || this.#isWholeAgain(frame)) this.#ended.resolve();
  }

  /** A client that knows of no generation hears of its end by the message alone. */
  #isWholeAgain(frame: { type: string; message?: { id: string; status: string } }): boolean {
    return frame.type === "message.put" && frame.message?.id === this.#ids.answerId && frame.message.status === "ended";
  }
}
