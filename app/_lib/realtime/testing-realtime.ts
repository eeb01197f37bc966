import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { WebSocketServer, type WebSocket as ServerSocket } from "ws";
import type { ClientFrame } from "#contracts/socket-frames.ts";
import type { ConnectionStatus } from "./connection-status.ts";
import type { ConversationFollower } from "./conversation-follower.ts";
import { RealtimeClient } from "./realtime-client.ts";

export const TEST_CONVERSATION = "019a0000-0000-7000-8000-000000000001";
export const TEST_GENERATION = "019a0000-0000-7000-8000-000000000002";

/** A server whose sockets and frames a test awaits one by one, and the clients that a test makes for it. */
export class TestRealtime {
  readonly server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  readonly #clients: RealtimeClient[] = [];
  readonly #frames: ClientFrame[] = [];
  readonly #waiting: ((frame: ClientFrame) => void)[] = [];

  static async start(): Promise<TestRealtime> {
    const started = new TestRealtime();
    await once(started.server, "listening");
    return started;
  }

  stop(): void {
    for (const client of this.#clients) client.close();
    for (const socket of this.server.clients) socket.terminate();
    this.server.close();
  }

  startClient(getTicket: () => Promise<string | null> = () => Promise.resolve("t1")): RealtimeClient {
    const { port } = this.server.address() as AddressInfo;
    const client = new RealtimeClient({ socketUrl: () => `ws://127.0.0.1:${port}`, getTicket, random: () => 0 });
    this.#clients.push(client);
    return client;
  }

  /** `welcome`: what the server says of itself; version 1 unless told otherwise. */
  async accept(welcome: object = { protocolVersion: 1 }): Promise<ServerSocket> {
    const [socket] = (await once(this.server, "connection")) as [ServerSocket];
    socket.on("message", (data: Buffer) => {
      const frame = JSON.parse(data.toString("utf8")) as ClientFrame;
      const waiting = this.#waiting.shift();
      if (waiting) waiting(frame);
      else this.#frames.push(frame);
    });
    socket.send(JSON.stringify({ type: "welcome", pingIntervalMs: 30_000, ...welcome }));
    return socket;
  }

  async nextFrames(count: number): Promise<ClientFrame[]> {
    const frames: ClientFrame[] = [];
    while (frames.length < count) frames.push(await this.nextFrame());
    return frames;
  }

  nextFrame(): Promise<ClientFrame> {
    const frame = this.#frames.shift();
    return frame ? Promise.resolve(frame) : new Promise((resolve) => this.#waiting.push(resolve));
  }

  static async statusBecomes(client: RealtimeClient, wanted: ConnectionStatus): Promise<void> {
    if (client.status === wanted) return;
    await new Promise<void>((resolve) => {
      const leave = client.onStatus((status) => {
        if (status !== wanted) return;
        leave();
        resolve();
      });
    });
  }

  /** A view that shows an answer being written, by default nothing of it yet. */
  static follower(
    place: ConversationFollower["place"] = () => ({ cursors: {}, since: null }),
    onCaughtUp: ConversationFollower["onCaughtUp"] = () => undefined,
  ): ConversationFollower {
    return { place, onCaughtUp, isAnswerAwaited: () => true };
  }

  static acknowledge(socket: ServerSocket, { requestId }: ClientFrame, at?: string): void {
    socket.send(JSON.stringify({ type: "ack", requestId, at }));
  }
}
