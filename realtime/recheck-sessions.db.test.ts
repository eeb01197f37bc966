import { afterAll, beforeAll, expect, test } from "vitest";
import { SOCKET_CLOSE_CODES } from "#contracts/socket-constants.ts";
import { startTestGateway, type TestGateway } from "#scripts/testing/gateway/test-gateway.ts";
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
