import { generateKeyPairSync } from "node:crypto";
import { request } from "node:http";
import { v7 as createId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SOCKET_PROTOCOL } from "#contracts/socket-constants.ts";
import { startTestGateway, type TestGateway } from "#scripts/testing/gateway/test-gateway.ts";
import { TestSocket } from "#scripts/testing/gateway/test-socket.ts";
import { createRsaTokenSigner } from "#server/adapters/tokens/rsa-token-signer.ts";
import type { Actor } from "#server/context.ts";
import { endSessions, issueSocketTicket } from "#server/domains/accounts/index.ts";

let gateway: TestGateway;
let actor: Actor;
beforeAll(async () => {
  gateway = await startTestGateway({
    ALLOWED_ORIGINS: "https://embed.example.org",
    PUBLIC_URL: "https://chat.example.org",
  });
  actor = await gateway.createActor();
});
afterAll(() => gateway.close());

const ticketOf = (person: Actor): Promise<string> => issueSocketTicket(gateway.context, person);
const open = (handshake: Parameters<typeof TestSocket.open>[1]) => TestSocket.open(gateway.server.port, handshake);

test("a ticket opens one socket and no second one", async () => {
  const ticket = await ticketOf(actor);
  const socket = open({ ticket });
  expect(await socket.next("welcome")).toMatchObject({ protocolVersion: 2, protocolVersionMin: 1 });
  expect(socket.webSocket.protocol).toBe(SOCKET_PROTOCOL);
  expect(await open({ ticket }).closed).toMatchObject({ status: 401 });
  socket.close();
});

test("a ticket that somebody else signed, that is altered, or none at all, opens nothing", async () => {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const forger = createRsaTokenSigner(pem, { now: () => new Date() });
  const forged = await forger.sign({ ...actor, tokenId: createId() }, "socket", 60_000);
  const good = await ticketOf(actor);
  const [head = "", , signature = ""] = good.split(".");
  const altered = `${head}.${Buffer.from(JSON.stringify({ sub: actor.userId })).toString("base64url")}.${signature}`;
  for (const ticket of [forged, altered, "nonsense", "eyJhbGciOiJub25lIn0.e30."]) {
    expect(await open({ ticket }).closed).toMatchObject({ status: 401 });
  }
  expect(await open({ ticket: "", protocols: [SOCKET_PROTOCOL] }).closed).toMatchObject({ status: 401 });
  expect(await open({ ticket: "", protocols: [`ticket.${good}`] }).closed).toMatchObject({ status: 401 });
});

test("a ticket that is too old, or meant for something else, opens nothing", async () => {
  const { tokenSigner } = gateway.context;
  const expired = await tokenSigner.sign({ ...actor, tokenId: createId() }, "socket", -10_000);
  expect(await open({ ticket: expired }).closed).toMatchObject({ status: 401 });
  const forApi = await tokenSigner.sign({ ...actor, tokenId: createId() }, "api", 60_000);
  expect(await open({ ticket: forApi }).closed).toMatchObject({ status: 401 });
});

test.each([
  ["a foreign page", "https://evil.example.org", false],
  ["a page that begins like ours", "https://chat.example.org.evil.example", false],
  ["a sandboxed page", "null", false],
  ["a file", "file://", false],
  ["the public address", "https://chat.example.org", true],
  ["an allowed page", "https://embed.example.org", true],
])("the origin of %s: %s", async (_what, origin, isAllowed) => {
  const socket = open({ ticket: await ticketOf(actor), origin });
  if (isAllowed) expect(await socket.next("welcome")).toBeDefined();
  else expect(await socket.closed).toMatchObject({ status: 403 });
  socket.close();
});

test("the host that the public port was asked for counts, not the one between the processes", async () => {
  const headers = { "x-forwarded-host": "my.instance:8080" };
  expect(await upgradeStatus("http://my.instance:8080", headers)).toBe(101);
  expect(await upgradeStatus(`http://127.0.0.1:${gateway.server.port}`, headers)).toBe(403);
});

test("another path is not here, and an ordinary request is answered", async () => {
  expect(await open({ ticket: await ticketOf(actor), path: "/elsewhere" }).closed).toMatchObject({ status: 404 });
  const base = `http://127.0.0.1:${gateway.server.port}`;
  const statuses = await Promise.all(
    ["/healthz", "/readyz", "/"].map(async (path) => (await fetch(base + path)).status),
  );
  expect(statuses).toEqual([200, 200, 404]);
});

test("ending a session closes its sockets at once, and those of no other session", async () => {
  const person = await gateway.createActor();
  const bystander = await gateway.connect(actor);
  const socket = await gateway.connect(person);
  const ticket = await ticketOf(person);
  await endSessions(gateway.context, person.userId, { exceptId: null });
  expect(await socket.closed).toMatchObject({ code: 4410 });
  expect(await open({ ticket }).closed).toMatchObject({ status: 401 });
  expect(await bystander.ask({ type: "conversation.unsubscribe", conversationId: createId() })).toMatchObject({
    type: "ack",
  });
});

async function upgradeStatus(origin: string, headers: Record<string, string>): Promise<number> {
  const ticket = await ticketOf(actor);
  return new Promise((resolve, reject) => {
    const handshake = request({
      port: gateway.server.port,
      path: "/v1/ws",
      headers: {
        ...headers,
        origin,
        connection: "Upgrade",
        upgrade: "websocket",
        "sec-websocket-version": "13",
        "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
        "sec-websocket-protocol": `${SOCKET_PROTOCOL}, ticket.${ticket}`,
      },
    });
    handshake.on("upgrade", (_response, stream) => {
      stream.destroy();
      resolve(101);
    });
    handshake.on("response", (response) => resolve(response.statusCode ?? 0));
    handshake.on("error", reject);
    handshake.end();
  });
}
