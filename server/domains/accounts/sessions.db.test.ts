import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createTestContainer, type TestContainer } from "#scripts/testing/test-container.ts";
import type { ServerContext } from "#server/context.ts";
import type { SessionKey } from "./account.ts";
import { authenticateSession } from "./authenticate-session.ts";
import { changePassword } from "./change-password.ts";
import { endSessions } from "./end-sessions.ts";
import { listSessions } from "./list-sessions.ts";
import { signInWithPassword } from "./sign-in-with-password.ts";
import { signUp } from "./sign-up.ts";
import { startSession } from "./start-session.ts";

const PASSWORD = "correct horse battery";
const DAY_MS = 24 * 60 * 60 * 1000;
const ORIGIN = { ipAddress: "192.0.2.1", userAgent: "a browser" };

let container: TestContainer;
let ctx: ServerContext;
let people = 0;

beforeAll(async () => {
  container = await createTestContainer();
  ctx = container.context;
});

afterAll(async () => {
  await container.close();
});

async function makePerson(): Promise<SessionKey & { email: string }> {
  people += 1;
  const { id, email } = await signUp(ctx, { email: `person${people}@example.org`, password: PASSWORD });
  return { ...(await startSession(ctx, id, ORIGIN)), email };
}

test("a session says who asks, with the role of this moment (CVE-2026-44553)", async () => {
  const key = await makePerson();
  await ctx.accounts.updateUser(key.userId, { role: "admin" });
  expect(await authenticateSession(ctx, key)).toMatchObject({ userId: key.userId, role: "admin" });
  await ctx.accounts.updateUser(key.userId, { role: "user" });
  expect(await authenticateSession(ctx, key)).toMatchObject({ role: "user" });
});

test("a session of a disabled account holds no more, at once", async () => {
  const key = await makePerson();
  await ctx.accounts.updateUser(key.userId, { disabledAt: ctx.clock.now() });
  expect(await authenticateSession(ctx, key)).toBeNull();
});

test("a session of one person is worth nothing in the name of another", async () => {
  const [one, other] = [await makePerson(), await makePerson()];
  expect(await authenticateSession(ctx, { userId: one.userId, sessionId: other.sessionId })).toBeNull();
});

test("a session ends by itself when it is not seen for thirty days, and a seen one goes on", async () => {
  const [seen, unseen] = [await makePerson(), await makePerson()];
  container.passMs(29 * DAY_MS);
  expect(await authenticateSession(ctx, seen)).not.toBeNull();
  container.passMs(2 * DAY_MS);
  expect(await authenticateSession(ctx, seen)).not.toBeNull();
  expect(await authenticateSession(ctx, unseen)).toBeNull();
});

test("even a busy session ends after a year", async () => {
  const key = await makePerson();
  for (let days = 0; days < 364; days += 28) {
    expect(await authenticateSession(ctx, key)).not.toBeNull();
    container.passMs(28 * DAY_MS);
  }
  container.passMs(DAY_MS);
  expect(await authenticateSession(ctx, key)).toBeNull();
});

test("being seen is written down once a minute, not more", async () => {
  const key = await makePerson();
  const touch = vi.fn(ctx.accounts.touchSession);
  const watched = { ...ctx, accounts: { ...ctx.accounts, touchSession: touch } };
  await authenticateSession(watched, key);
  container.passMs(59_000);
  await authenticateSession(watched, key);
  expect(touch).not.toHaveBeenCalled();
  container.passMs(1_000);
  await authenticateSession(watched, key);
  await authenticateSession(watched, key);
  expect(touch).toHaveBeenCalledTimes(1);
});

test("the list shows where one is signed in, the last seen first, and nothing that has ended", async () => {
  const first = await makePerson();
  container.passMs(1000);
  const second = await startSession(ctx, first.userId, { ipAddress: "2001:db8::1", userAgent: null });
  const ended = await startSession(ctx, first.userId, ORIGIN);
  await endSessions(ctx, first.userId, { id: ended.sessionId });
  const sessions = await listSessions(ctx, { ...first, role: "user" });
  expect(sessions.map(({ id }) => id)).toEqual([second.sessionId, first.sessionId]);
  expect(sessions[1]).toMatchObject(ORIGIN);
});

test("ending sessions takes effect at once and is told to the sockets, each once", async () => {
  const first = await makePerson();
  const second = await startSession(ctx, first.userId, ORIGIN);
  const publish = vi.fn(async () => {});
  const watched = { ...ctx, userChannel: { ...ctx.userChannel, publish } };
  await endSessions(watched, first.userId, { exceptId: first.sessionId });
  await endSessions(watched, first.userId, { exceptId: first.sessionId });
  expect(await authenticateSession(ctx, second)).toBeNull();
  expect(await authenticateSession(ctx, first)).not.toBeNull();
  expect(publish.mock.calls).toEqual([[first.userId, { type: "session-ended", sessionId: second.sessionId }]]);
  await endSessions(watched, first.userId, { exceptId: null });
  expect(await authenticateSession(ctx, first)).toBeNull();
});

test("nobody ends another person's session (IDOR)", async () => {
  const [one, other] = [await makePerson(), await makePerson()];
  await endSessions(ctx, one.userId, { id: other.sessionId });
  expect(await authenticateSession(ctx, other)).not.toBeNull();
});

test("another password ends the other sessions and keeps this one", async () => {
  const here = await makePerson();
  const elsewhere = await startSession(ctx, here.userId, ORIGIN);
  const input = { newPassword: "another good password", ipAddress: "192.0.2.1" };
  const actor = { ...here, role: "user" as const };
  await changePassword(ctx, actor, { ...input, currentPassword: PASSWORD });
  expect(await authenticateSession(ctx, here)).not.toBeNull();
  expect(await authenticateSession(ctx, elsewhere)).toBeNull();
  const { email } = here;
  await signInWithPassword(ctx, { email, password: input.newPassword, ipAddress: "192.0.2.1" });
});

test("who does not know the current password gets no other one, and has to wait after too many guesses", async () => {
  const here = await makePerson();
  const actor = { ...here, role: "user" as const };
  const guess = async () =>
    changePassword(ctx, actor, {
      currentPassword: "a guess",
      newPassword: "mine from now on",
      ipAddress: "198.51.100.3",
    });
  for (let count = 0; count < 6; count += 1) {
    await expect(guess()).rejects.toMatchObject({ userMessage: "The current password is not right." });
  }
  await expect(guess()).rejects.toMatchObject({ code: "rate-limited" });
});

test("who has no password can give themselves one", async () => {
  const here = await makePerson();
  await ctx.accounts.updateUser(here.userId, { passwordHash: null });
  const input = { newPassword: "a first password", ipAddress: "192.0.2.1" };
  await changePassword(ctx, { ...here, role: "user" }, input);
  expect((await ctx.accounts.findUser(here.userId))?.passwordHash).not.toBeNull();
});
