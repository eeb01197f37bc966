import { v7 as createId } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createTestContainer, type TestContainer } from "#scripts/testing/test-container.ts";
import type { ServerContext } from "#server/context.ts";
import type { SessionKey } from "./account.ts";
import { endSessions } from "./end-sessions.ts";
import { findLostSessions } from "./find-lost-sessions.ts";
import { listEndedSessions } from "./list-ended-sessions.ts";
import { signUp } from "./sign-up.ts";
import { startSession } from "./start-session.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

let container: TestContainer;
let ctx: ServerContext;
beforeAll(async () => {
  container = await createTestContainer();
  ctx = container.acrossUsers;
});
afterAll(() => container.close());

async function makeSession(): Promise<SessionKey> {
  const { id } = await signUp(ctx, { email: `${createId()}@example.org`, password: "correct horse battery" });
  return startSession(ctx, id, { ipAddress: "192.0.2.1", userAgent: null });
}

test("of many sessions those are lost that ended, whose account is disabled, or that never were", async () => {
  const [held, ended, disabled] = [await makeSession(), await makeSession(), await makeSession()];
  const unknown = { userId: held.userId, sessionId: createId() };
  await endSessions(ctx, ended.userId, { id: ended.sessionId });
  await ctx.accounts.updateUser(disabled.userId, { disabledAt: ctx.clock.now() });
  expect(await findLostSessions(ctx, [held, ended, disabled, unknown])).toEqual([ended, disabled, unknown]);
  expect(await findLostSessions(ctx, [])).toEqual([]);
});

test("an open socket keeps its session, and one that was not seen for thirty days is lost", async () => {
  const [watched, unseen] = [await makeSession(), await makeSession()];
  container.passMs(29 * DAY_MS);
  expect(await findLostSessions(ctx, [watched])).toEqual([]);
  container.passMs(2 * DAY_MS);
  expect(await findLostSessions(ctx, [watched, unseen])).toEqual([unseen]);
});

test("thousands of sessions cost a few statements, and those that were seen lately no write", async () => {
  const held = await makeSession();
  const keys = Array.from({ length: 20_000 }, () => ({ userId: createId(), sessionId: createId() }));
  const list = vi.fn(ctx.accounts.listOpenSessions);
  const touch = vi.fn(ctx.accounts.touchSessions);
  const watched = { ...ctx, accounts: { ...ctx.accounts, listOpenSessions: list, touchSessions: touch } };
  expect(await findLostSessions(watched, [...keys, held])).toEqual(keys);
  expect(list).toHaveBeenCalledTimes(5);
  expect(touch.mock.calls.flat(2)).toEqual([]);
});

test("what ended lately is told to who asks, and what ended long ago is not", async () => {
  const [first, second] = [await makeSession(), await makeSession()];
  await endSessions(ctx, first.userId, { id: first.sessionId });
  container.passMs(16_000);
  await endSessions(ctx, second.userId, { id: second.sessionId });
  expect(await listEndedSessions(ctx)).toEqual([second]);
});
