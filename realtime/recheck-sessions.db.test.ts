import { afterAll, beforeAll, expect, test } from "vitest";
import { SOCKET_CLOSE_CODES } from "#contracts/socket-constants.ts";
import { startTestGateway, type TestGateway } from "#scripts/testing/gateway/test-gateway.ts";
import { TestSocket } from "#scripts/testing/gateway/test-socket.ts";
import type { Actor } from "#server/context.ts";
import { disableAccount, endSessions, issueSocketTicket, resetPassword } from "#server/domains/accounts/index.ts";
import { recheckSessions } from "./recheck-sessions.ts";

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());

test("a socket whose session ended unheard is closed, and the others stay open (CVE-2026-44553)", async () => {
  const { context, server } = gateway;
  const [gone, stays] = [await gateway.createActor(), await gateway.createActor()];
  const [closing, staying] = [await gateway.connect(gone), await gateway.connect(stays)];
  await context.accounts.endSessions(gone.userId, { id: gone.sessionId }, context.clock.now());
  await recheckSessions({ ...server.gateway, context });
  expect((await closing.closed).code).toBe(SOCKET_CLOSE_CODES.sessionEnded);
  expect(staying.webSocket.readyState).toBe(staying.webSocket.OPEN);
});

test("a socket of an account that was disabled in the database is closed", async () => {
  const { context, server } = gateway;
  const actor = await gateway.createActor();
  const socket = await gateway.connect(actor);
  await context.accounts.updateUser(actor.userId, { disabledAt: context.clock.now() });
  await recheckSessions({ ...server.gateway, context });
  expect((await socket.closed).code).toBe(SOCKET_CLOSE_CODES.sessionEnded);
});

test("a session that ended unheard loses its sockets in every process, also one that is just being opened", async () => {
  const other = await gateway.startProcess();
  const [actor, stays] = [await gateway.createActor(), await gateway.createActor()];
  const sockets = [await gateway.connect(actor), await other.connect(actor), await other.connect(actor)];
  const staying = await other.connect(stays);
  const ticket = await issueSocketTicket(gateway.context, actor);
  await gateway.context.accounts.endSessions(actor.userId, { id: actor.sessionId }, new Date());
  const closed = await Promise.all(sockets.map((socket) => socket.closed));
  expect(closed.map(({ code }) => code)).toEqual(sockets.map(() => SOCKET_CLOSE_CODES.sessionEnded));
  expect((await TestSocket.open(other.server.port, { ticket }).closed).status).toBe(401);
  expect(staying.webSocket.readyState).toBe(staying.webSocket.OPEN);
});

test("signing out elsewhere, another password and a disabled account close their sockets in every process", async () => {
  const other = await gateway.startProcess();
  const { context } = gateway;
  for (const end of [
    (actor: Actor) => endSessions(context, actor.userId, { exceptId: null }),
    async (actor: Actor) => resetPassword(context, await emailOf(actor)),
    async (actor: Actor) => disableAccount(context, await emailOf(actor)),
  ]) {
    const actor = await gateway.createActor();
    const sockets = [await gateway.connect(actor), await other.connect(actor)];
    await end(actor);
    for (const socket of sockets) expect((await socket.closed).code).toBe(SOCKET_CLOSE_CODES.sessionEnded);
  }
});

async function emailOf(actor: Actor): Promise<string> {
  return (await gateway.context.accounts.findUser(actor.userId))?.email ?? "";
}
