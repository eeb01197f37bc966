import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { WebSocketServer, type WebSocket as ServerSocket } from "ws";
import type { ClientFrame } from "#contracts/socket-frames.ts";
import { RealtimeClient } from "./realtime-client.ts";

const CONVERSATION = "019a0000-0000-7000-8000-000000000001";
const GENERATION = "019a0000-0000-7000-8000-000000000002";

/** A server whose sockets and frames a test awaits one by one. */
class TestServer {
  readonly server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  readonly #frames: ClientFrame[] = [];
  readonly #waiting: ((frame: ClientFrame) => void)[] = [];

  get url(): string {
    return `ws://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async accept(): Promise<ServerSocket> {
    const [socket] = (await once(this.server, "connection")) as [ServerSocket];
    socket.on("message", (data: Buffer) => {
      const frame = JSON.parse(data.toString("utf8")) as ClientFrame;
      const waiting = this.#waiting.shift();
      if (waiting) waiting(frame);
      else this.#frames.push(frame);
    });
    socket.send(JSON.stringify({ type: "welcome", protocolVersion: 1, pingIntervalMs: 30_000 }));
    return socket;
  }

  nextFrame(): Promise<ClientFrame> {
    const frame = this.#frames.shift();
    return frame ? Promise.resolve(frame) : new Promise((resolve) => this.#waiting.push(resolve));
  }
}

const clients: RealtimeClient[] = [];
let server: TestServer;

function startClient(getTicket: () => Promise<string | null> = () => Promise.resolve("t1")): RealtimeClient {
  const client = new RealtimeClient({ socketUrl: () => server.url, getTicket, random: () => 0 });
  clients.push(client);
  return client;
}

function statusBecomes(client: RealtimeClient, wanted: RealtimeClient["status"]): Promise<void> {
  if (client.status === wanted) return Promise.resolve();
  return new Promise((resolve) => {
    const leave = client.onStatus((status) => {
      if (status !== wanted) return;
      leave();
      resolve();
    });
  });
}

beforeEach(async () => {
  server = new TestServer();
  await once(server.server, "listening");
});

afterEach(() => {
  for (const client of clients.splice(0)) client.close();
  for (const socket of server.server.clients) socket.terminate();
  server.server.close();
});

describe("a realtime client", () => {
  test("offers the protocol and its ticket, and is online after the welcome", async () => {
    const accepted = server.accept();
    const client = startClient();
    client.connect();
    const socket = await accepted;
    await statusBecomes(client, "online");
    expect(socket.protocol).toBe("polylogue.v1");
  });

  test("resolves a request when it is acknowledged, and rejects it with the server's words", async () => {
    const accepted = server.accept();
    const client = startClient();
    const stopped = client.request({ type: "generation.stop", generationId: GENERATION });
    const socket = await accepted;
    const first = await server.nextFrame();
    socket.send(JSON.stringify({ type: "ack", requestId: first.requestId }));
    await expect(stopped).resolves.toBeUndefined();

    const refused = client.request({ type: "generation.stop", generationId: GENERATION });
    const { requestId } = await server.nextFrame();
    socket.send(
      JSON.stringify({ type: "reject", requestId, code: "not-found", userMessage: "Gone.", isRetryable: false }),
    );
    await expect(refused).rejects.toMatchObject({ code: "not-found", message: "Gone.", isRetryable: false });
  });

  test("sends what was not acknowledged again on the next socket, under the same id", async () => {
    const accepted = server.accept();
    const client = startClient();
    const stopped = client.request({ type: "generation.stop", generationId: GENERATION });
    const first = await accepted;
    const sent = await server.nextFrame();
    const acceptedAgain = server.accept();
    first.terminate();
    const second = await acceptedAgain;
    expect(await server.nextFrame()).toEqual(sent);
    second.send(JSON.stringify({ type: "ack", requestId: sent.requestId }));
    await expect(stopped).resolves.toBeUndefined();
  });

  test("follows its conversations again after a reconnect, from the present cursors", async () => {
    const accepted = server.accept();
    const client = startClient();
    let cursors = {};
    client.subscribe(CONVERSATION, () => cursors);
    const first = await accepted;
    expect(await server.nextFrame()).toMatchObject({ type: "conversation.subscribe", cursors: {} });
    cursors = { [GENERATION]: { epoch: 1, seq: 7 } };
    const acceptedAgain = server.accept();
    first.close(1012);
    await acceptedAgain;
    expect(await server.nextFrame()).toMatchObject({ type: "conversation.subscribe", cursors });
  });

  test("says nothing more to a conversation that it has left", async () => {
    const accepted = server.accept();
    const client = startClient();
    const leave = client.subscribe(CONVERSATION, () => ({}));
    await accepted;
    await server.nextFrame();
    leave();
    expect(await server.nextFrame()).toMatchObject({ type: "conversation.unsubscribe", conversationId: CONVERSATION });
  });

  test("stops for good when the session has ended", async () => {
    const accepted = server.accept();
    const client = startClient();
    const pending = client.request({ type: "generation.stop", generationId: GENERATION });
    (await accepted).close(4410);
    await expect(pending).rejects.toMatchObject({ code: "signed-out" });
    expect(client.status).toBe("signed-out");
  });

  test("is signed out when there is no ticket to be had", async () => {
    const client = startClient(() => Promise.resolve(null));
    client.connect();
    await statusBecomes(client, "signed-out");
    await expect(client.request({ type: "generation.stop", generationId: GENERATION })).rejects.toMatchObject({
      code: "signed-out",
    });
  });

  test("hands on every frame in order, the hot one included, and overlooks what is no frame", async () => {
    const accepted = server.accept();
    const client = startClient();
    const seen: unknown[] = [];
    client.onFrame((frame) => seen.push(frame));
    const stopped = client.request({ type: "generation.stop", generationId: GENERATION });
    const socket = await accepted;
    const { requestId } = await server.nextFrame();
    for (const data of ["not json", "[1]", '["a",1,"Hi"]', '{"type":"models.changed"}']) socket.send(data);
    socket.send(JSON.stringify({ type: "ack", requestId }));
    await stopped;
    expect(seen.slice(1, 3)).toEqual([["a", 1, "Hi"], { type: "models.changed" }]);
  });
});
