import { setImmediate as nextTurn } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newTurn } from "#scripts/testing/gateway/new-turn.ts";
import { startTestGateway, type TestGateway } from "#scripts/testing/gateway/test-gateway.ts";
import { viewOf } from "#scripts/testing/gateway/view.ts";
import { CLOSE_BYTES, type Connection } from "./connection.ts";
import { encodeTextFrame } from "./encode-text-frame.ts";

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());

/** Two sockets of one person, and the server's end of the second, which does not read. */
async function connectBoth() {
  const actor = await gateway.createActor();
  const [fast, slow] = [await gateway.connect(actor), await gateway.connect(actor)];
  const [, connection] = [...gateway.server.gateway.connections.ofUser(actor.userId)];
  if (!connection) throw new Error("two sockets are open");
  slow.webSocket.pause();
  return { fast, slow, connection };
}

/** Writes harmless frames until the buffers of both machines are full. */
async function fill(connection: Connection): Promise<void> {
  const frame = encodeTextFrame(JSON.stringify({ type: "models.changed", filling: "x".repeat(60_000) }));
  while (!connection.isSlow) {
    connection.write(frame);
    await nextTurn();
  }
}

test("a reader that stops reading misses words, holds nobody up, and shows the truth when it reads again", async () => {
  const { fast, slow, connection } = await connectBoth();
  const first = newTurn({ modelId: gateway.modelId("sim-short") });
  await fast.ask(first);
  await fast.next("generation.end");
  const { conversationId } = first;
  slow.webSocket.resume();
  await slow.ask({ type: "conversation.subscribe", conversationId, cursors: {} });
  slow.webSocket.pause();
  await fill(connection);
  const turn = newTurn({ modelId: gateway.modelId("sim-slow-100@15"), conversationId, parentId: first.answerId });
  await fast.ask(turn);
  await fast.until(() => viewOf(fast.frames, turn.generationId).seq >= 20);
  slow.webSocket.resume();
  const end = await fast.next("generation.end");
  expect(await slow.next("generation.end")).toEqual(end);
  const snapshots = slow.frames.filter((frame) => !Array.isArray(frame) && frame.type === "generation.snapshot");
  expect(snapshots.length).toBeGreaterThan(1);
  expect(viewOf(slow.frames, turn.generationId).hash).toBe(end.contentHash);
});

test("a reader for whom too much waits is closed, and the others go on", async () => {
  const { fast, connection } = await connectBoth();
  await fill(connection);
  for (let index = 0; index < 10; index++) connection.write(Buffer.alloc(CLOSE_BYTES / 8));
  expect(connection.isClosing).toBe(true);
  expect(await fast.ask(newTurn({ modelId: gateway.modelId("sim-short") }))).toMatchObject({ type: "ack" });
});
