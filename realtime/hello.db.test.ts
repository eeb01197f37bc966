import { v7 as createId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PROTOCOL_VERSION, SOCKET_CLOSE_CODES } from "#contracts/socket-constants.ts";
import { startTestGateway, type TestGateway } from "#scripts/testing/gateway/test-gateway.ts";
import type { Actor } from "#server/context.ts";

let gateway: TestGateway;
let actor: Actor;
beforeAll(async () => {
  gateway = await startTestGateway();
  actor = await gateway.createActor();
});
afterAll(() => gateway.close());

const harmless = () => ({ type: "conversation.unsubscribe" as const, conversationId: createId() });
const versions = (): number[] =>
  [...gateway.server.gateway.connections.ofUser(actor.userId)].map(({ protocolVersion }) => protocolVersion);

test("who says hello first speaks the version it names, and who says nothing the oldest, as tabs did before", async () => {
  const [old, young] = [await gateway.connect(actor), await gateway.connect(actor)];
  expect(await young.ask({ type: "hello", protocolVersion: PROTOCOL_VERSION })).toMatchObject({ type: "ack" });
  expect(await old.ask(harmless())).toMatchObject({ type: "ack" });
  expect(versions()).toEqual([1, PROTOCOL_VERSION]);
  for (const socket of [old, young]) socket.close();
});

test.each([PROTOCOL_VERSION + 1, 99])(
  "a tab of version %s is told to reload, and no other socket notices",
  async (version) => {
    const [bystander, socket] = [await gateway.connect(actor), await gateway.connect(actor)];
    socket.send({ type: "hello", protocolVersion: version });
    expect(await socket.closed).toMatchObject({ code: SOCKET_CLOSE_CODES.protocolUnsupported });
    expect(await bystander.ask(harmless())).toMatchObject({ type: "ack" });
    bystander.close();
  },
);

test("a hello behind other frames closes the socket, also behind one without sense", async () => {
  for (const first of [JSON.stringify({ ...harmless(), requestId: "first" }), "nonsense"]) {
    const socket = await gateway.connect(actor);
    socket.webSocket.send(first);
    socket.send({ type: "hello", protocolVersion: PROTOCOL_VERSION });
    expect(await socket.closed).toMatchObject({ code: SOCKET_CLOSE_CODES.protocolUnsupported });
  }
});
