import { v7 as createId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CLIENT_FRAME_BYTES_MAX, SOCKET_CLOSE_CODES } from "#contracts/socket-constants.ts";
import { startTestGateway, type TestGateway } from "#scripts/testing/gateway/test-gateway.ts";
import type { TestSocket } from "#scripts/testing/gateway/test-socket.ts";
import type { Actor } from "#server/context.ts";

let gateway: TestGateway;
let actor: Actor;
let bystander: TestSocket;
beforeAll(async () => {
  gateway = await startTestGateway();
  actor = await gateway.createActor();
  bystander = await gateway.connect(actor);
});
afterAll(() => gateway.close());

const harmless = () => ({ type: "conversation.unsubscribe" as const, conversationId: createId() });

/** Whatever happened to another socket, this one is served. */
async function expectNobodyElseNotices(): Promise<void> {
  expect(await bystander.ask(harmless())).toMatchObject({ type: "ack" });
}

test.each([
  ["no JSON", "{ type: "],
  ["no object", "[1, 2, 3]"],
  ["nothing", ""],
  ["a frame of another kind", JSON.stringify({ type: "admin.shutdown", requestId: "r" })],
  ["a server's frame", JSON.stringify({ type: "ack", requestId: "r" })],
  ["an id that is none", JSON.stringify({ type: "generation.stop", requestId: "r", generationId: "' or 1=1" })],
  ["a poisoned prototype", '{"__proto__":{"type":"generation.stop"},"requestId":"r"}'],
  ["deep nesting", `{"type":${"[".repeat(100_000)}${"]".repeat(100_000)}}`],
])("%s is rejected as invalid, and the socket goes on", async (_what, text) => {
  const socket = await gateway.connect(actor);
  socket.webSocket.send(text);
  expect(await socket.next("reject")).toMatchObject({ code: "invalid-input", isRetryable: false });
  expect(await socket.ask(harmless())).toMatchObject({ type: "ack" });
  socket.close();
});

test("a rejection names the request where the frame does", async () => {
  bystander.webSocket.send(JSON.stringify({ type: "message.send", requestId: "mine" }));
  expect(await bystander.next("reject")).toMatchObject({ requestId: "mine" });
});

test("a binary frame, a huge frame and bad UTF-8 close the socket with a code, and nobody else notices", async () => {
  const sent: [string | Buffer, boolean, number][] = [
    [Buffer.from("{}"), true, SOCKET_CLOSE_CODES.invalidFrame],
    ["x".repeat(CLIENT_FRAME_BYTES_MAX + 1), false, SOCKET_CLOSE_CODES.frameTooLarge],
    [Buffer.from([0x22, 0xff, 0xfe, 0x22]), false, 1007],
  ];
  for (const [data, binary, code] of sent) {
    const socket = await gateway.connect(actor);
    socket.webSocket.send(data, { binary });
    expect(await socket.closed).toMatchObject({ code });
  }
  await expectNobodyElseNotices();
});

test("who sends faster than a person can is asked to slow down, then shown the door", async () => {
  const socket = await gateway.connect(actor);
  const burst = Array.from({ length: 80 }, () => socket.ask(harmless()));
  const answers = await Promise.all(burst);
  expect(answers.filter(({ type }) => type === "ack").length).toBeGreaterThan(20);
  expect(answers.filter((answer) => answer.type === "reject" && answer.code === "rate-limited").length).toBeGreaterThan(
    0,
  );
  for (let index = 0; index < 200; index++) socket.send(harmless());
  expect(await socket.closed).toMatchObject({ code: SOCKET_CLOSE_CODES.invalidFrame });
  await expectNobodyElseNotices();
});

test("a socket that vanishes in the middle of a frame harms nobody", async () => {
  const socket = await gateway.connect(actor);
  socket.webSocket.send("{", { fin: false });
  socket.close();
  await socket.closed;
  await expectNobodyElseNotices();
});
