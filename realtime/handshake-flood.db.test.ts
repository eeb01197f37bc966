import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { SOCKET_PROTOCOL } from "#contracts/socket-constants.ts";
import { type HealthyViewer, startHealthyViewer } from "#scripts/testing/gateway/healthy-viewer.ts";
import { startTestGateway, type TestGateway } from "#scripts/testing/gateway/test-gateway.ts";
import { TestSocket } from "#scripts/testing/gateway/test-socket.ts";
import { endSessions, issueSocketTicket } from "#server/domains/accounts/index.ts";
import { HandshakeBudget } from "./handshake-budget.ts";
import { SocketDoor } from "./socket-door.ts";

let gateway: TestGateway;
let healthy: HealthyViewer;
const servers: Server[] = [];
beforeAll(async () => {
  gateway = await startTestGateway();
  healthy = await startHealthyViewer(gateway);
});
afterEach(async () => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
  await healthy.goesOn();
});
afterAll(async () => {
  expect(await healthy.end()).toBe(true);
  await gateway.close();
});

/** Another door to the same gateway, with limits of its own; the port. */
async function startDoor(limits: ConstructorParameters<typeof HandshakeBudget>[0]): Promise<number> {
  const door = new SocketDoor(gateway.server.gateway, gateway.container.env, new HandshakeBudget(limits));
  const server = createServer();
  servers.push(server);
  server.on("upgrade", (upgrade, stream, head) => door.open(upgrade, stream, head));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

type Answer = { status: number; retryAfter: string | undefined };

/** One handshake from this address, as the public port hands it on. */
async function handshake(port: number, ticket: string, address = "203.0.113.9"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request({
      port,
      path: "/v1/ws",
      headers: {
        origin: `http://127.0.0.1:${port}`,
        host: `127.0.0.1:${port}`,
        connection: "Upgrade",
        upgrade: "websocket",
        "x-forwarded-for": address,
        "sec-websocket-version": "13",
        "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
        "sec-websocket-protocol": `${SOCKET_PROTOCOL}, ticket.${ticket}`,
      },
    });
    asking.on("upgrade", (_answer, stream) => {
      stream.destroy();
      resolve({ status: 101, retryAfter: undefined });
    });
    asking.on("response", ({ statusCode = 0, headers }) =>
      resolve({ status: statusCode, retryAfter: headers["retry-after"] }),
    );
    asking.on("error", reject);
    asking.end();
  });
}

const goodTicket = (): Promise<string> => issueSocketTicket(gateway.context, healthy.actor);

test("beyond the rate a handshake is turned away before its ticket is looked at: the same ticket is good afterwards", async () => {
  const ticket = await goodTicket();
  const busy = await startDoor({ burst: 1, perSecond: 0.001 });
  expect((await handshake(busy, await goodTicket())).status).toBe(101);
  expect(await handshake(busy, ticket)).toEqual({ status: 503, retryAfter: "2" });
  expect((await handshake(await startDoor({}), ticket)).status).toBe(101);
});

test("an address with bad tickets is slowed down alone, and others come in meanwhile", async () => {
  const port = await startDoor({ badBurst: 5, badPerSecond: 0.001 });
  const statuses = [];
  for (let attempt = 0; attempt < 8; attempt++) statuses.push((await handshake(port, "bad")).status);
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
  expect((await handshake(port, await goodTicket())).status).toBe(429);
  expect((await handshake(port, await goodTicket(), "203.0.113.10")).status).toBe(101);
});

test("a crowd behind one address comes in: good tickets count against nobody", async () => {
  const port = await startDoor({ badBurst: 1, badPerSecond: 0.001 });
  const tickets = await Promise.all(Array.from({ length: 30 }, goodTicket));
  const answers = await Promise.all(tickets.map((ticket) => handshake(port, ticket)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([101]));
});

test("a flood of bad tickets leaves room for a good one, and the flood is told to come later", async () => {
  const { port } = gateway.server;
  const flood = await Promise.all(Array.from({ length: 400 }, () => handshake(port, "bad", "203.0.113.77")));
  expect(flood.filter(({ status }) => status === 101)).toEqual([]);
  // Five a second may be bad again: on a slow machine the first ones of these are.
  const late = await Promise.all(Array.from({ length: 100 }, () => handshake(port, "bad", "203.0.113.77")));
  expect(late.map(({ status }) => status)).toContain(429);
  expect((await handshake(port, await goodTicket(), "203.0.113.78")).status).toBe(101);
});

test("a session that ends between the check of the ticket and the first word opens nothing", async () => {
  const actor = await gateway.createActor();
  const ticket = await issueSocketTicket(gateway.context, actor);
  const { people } = gateway.server.gateway;
  const hold = people.hold.bind(people);
  people.hold = async (userId) => {
    await endSessions(gateway.context, userId, { exceptId: null });
    return hold(userId);
  };
  try {
    expect(await TestSocket.open(gateway.server.port, { ticket }).closed).toMatchObject({ status: 401 });
  } finally {
    people.hold = hold;
  }
});

test("a handshake with more headers than a server reads is refused", async () => {
  const answer = await fetch(`http://127.0.0.1:${gateway.server.port}/healthz`, {
    headers: { "x-padding": "x".repeat(20_000) },
  });
  expect(answer.status).toBe(431);
});
