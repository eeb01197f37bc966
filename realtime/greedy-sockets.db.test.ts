import { setImmediate as nextTurn } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { SOCKET_CLOSE_CODES } from "#contracts/socket-constants.ts";
import { encodeClientFrame } from "#scripts/testing/gateway/encode-client-frame.ts";
import { type HealthyViewer, startHealthyViewer } from "#scripts/testing/gateway/healthy-viewer.ts";
import { newTurn } from "#scripts/testing/gateway/new-turn.ts";
import { RawSocket } from "#scripts/testing/gateway/raw-socket.ts";
import { startTestGateway, type TestGateway } from "#scripts/testing/gateway/test-gateway.ts";
import { viewOf } from "#scripts/testing/gateway/view.ts";
import type { Actor } from "#server/context.ts";
import { issueSocketTicket } from "#server/domains/accounts/index.ts";
import type { Connection } from "./connection.ts";
import { SOCKETS_OF_PERSON_MAX } from "./connections.ts";
import { encodeTextFrame } from "./encode-text-frame.ts";

let gateway: TestGateway;
let greedy: Actor;
let healthy: HealthyViewer;
beforeAll(async () => {
  gateway = await startTestGateway();
  healthy = await startHealthyViewer(gateway);
});
// Whatever another person's sockets do, this one hears every word in its place.
afterEach(() => healthy.goesOn());
afterAll(async () => {
  expect(await healthy.end()).toBe(true);
  await gateway.close();
});

const connectionsOf = (actor: Actor): Connection[] => [...gateway.server.gateway.connections.ofUser(actor.userId)];
const openRaw = async (): Promise<RawSocket> =>
  RawSocket.open(gateway.server.port, await issueSocketTicket(gateway.context, greedy));

/** Writes harmless frames until the buffers of both machines are full. */
async function fill(connection: Connection): Promise<void> {
  const frame = encodeTextFrame(JSON.stringify({ type: "models.changed", filling: "x".repeat(60_000) }));
  while (!connection.isSlow) {
    connection.write(frame);
    await nextTurn();
  }
}

test("frames that are begun and not finished fill one person's share of the memory, and no more", async () => {
  greedy = await gateway.createActor();
  const { frameMemory } = gateway.server.gateway.connections;
  const sockets = await Promise.all(Array.from({ length: 12 }, openRaw));
  const begun = encodeClientFrame({ payload: "x".repeat(1_000_000), length: 1_900_000 });
  for (const { stream } of sockets) stream.write(begun);
  const code = await Promise.race(sockets.map(({ closed }) => closed));
  expect(code).toBe(SOCKET_CLOSE_CODES.tooMuchWaiting);
  // The share, and for each socket the chunk with which it asked for more.
  expect(frameMemory.total).toBeLessThan(8_000_000 + 12 * 66_000);
  for (const { stream } of sockets) stream.destroy();
  await expect.poll(() => frameMemory.total).toBeLessThan(10_000);
});

test("a person with too many sockets keeps those in use: the one that asked for nothing for longest gives way", async () => {
  greedy = await gateway.createActor();
  const sockets = [];
  for (let index = 0; index < SOCKETS_OF_PERSON_MAX; index++) sockets.push(await gateway.connect(greedy));
  const [first, second] = sockets;
  await first?.ask({ type: "conversation.unsubscribe", conversationId: newTurn({ modelId: "m" }).conversationId });
  const last = await gateway.connect(greedy);
  expect(await second?.closed).toMatchObject({ code: SOCKET_CLOSE_CODES.tooManySockets });
  expect(connectionsOf(greedy).filter(({ isClosing }) => !isClosing)).toHaveLength(SOCKETS_OF_PERSON_MAX);
  for (const socket of [first, last]) expect(socket?.webSocket.readyState).toBe(1);
  for (const socket of [...sockets, last]) socket.close();
  await expect.poll(() => connectionsOf(greedy)).toEqual([]);
});

test("who asks and asks and never reads is not answered beyond what one reader may leave unread", async () => {
  greedy = await gateway.createActor();
  const writer = await gateway.connect(greedy);
  const turn = newTurn({ modelId: gateway.modelId("sim-short"), text: "long ".repeat(60_000) });
  await writer.ask(turn);
  await writer.next("generation.end");
  const socket = await openRaw();
  const [, connection] = connectionsOf(greedy);
  if (!connection) throw new Error("two sockets are open");
  socket.stream.pause();
  await fill(connection);
  const served = connection.framesServed;
  const asking = JSON.stringify({ ...turn, requestId: "again" });
  for (let index = 0; index < 20; index++) socket.write(encodeClientFrame({ payload: asking }));
  await healthy.goesOn();
  expect(connection.framesServed - served).toBeLessThan(3);
  expect(connection.isClosing).toBe(false);
  socket.stream.destroy();
  writer.close();
});

test("many slow readers get no words while they are slow, hold nobody up, and show the truth when they read again", async () => {
  greedy = await gateway.createActor();
  const fast = await gateway.connect(greedy);
  const first = newTurn({ modelId: gateway.modelId("sim-short") });
  await fast.ask(first);
  await fast.next("generation.end");
  const { conversationId } = first;
  const slow = await Promise.all(Array.from({ length: 6 }, () => gateway.connect(greedy)));
  const [, ...connections] = connectionsOf(greedy);
  for (const socket of slow) {
    await socket.ask({ type: "conversation.subscribe", conversationId, cursors: {} });
    socket.webSocket.pause();
  }
  for (const connection of connections) await fill(connection);
  const turn = newTurn({ modelId: gateway.modelId("sim-slow-60@20"), conversationId, parentId: first.answerId });
  await fast.ask(turn);
  const end = await fast.next("generation.end");
  const hotBytes = slow.map(({ bytes }) => bytes.hot);
  for (const { webSocket } of slow) webSocket.resume();
  for (const socket of slow) {
    await socket.until((frame) => !Array.isArray(frame) && frame.type === "generation.end" && frame.seq === end.seq);
    expect(viewOf(socket.frames, turn.generationId).hash).toBe(end.contentHash);
  }
  expect(slow.map(({ bytes }) => bytes.hot)).toEqual(hotBytes);
  for (const socket of [fast, ...slow]) socket.close();
}, 30_000);
