import { expect, test } from "vitest";
import { createTestContainer } from "#scripts/testing/test-container.ts";
import { createInvitation } from "./create-invitation.ts";
import { endSessions } from "./end-sessions.ts";
import { authenticateSession } from "./authenticate-session.ts";
import { purgeExpiredSessions } from "./purge-expired-sessions.ts";
import { signInWithPassword } from "./sign-in-with-password.ts";
import { signUp } from "./sign-up.ts";
import { startSession } from "./start-session.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const ORIGIN = { ipAddress: "192.0.2.1", userAgent: null };

test("what ended long ago goes, what holds or ended lately stays", async () => {
  const container = await createTestContainer();
  const { context: ctx, acrossUsers, passMs } = container;
  const { id } = await signUp(ctx, { email: "ada@example.org", password: "correct horse battery" });
  const admin = { userId: id, sessionId: id, role: "admin" as const };
  await createInvitation(ctx, admin, { role: "user", daysValid: 1 });
  await createInvitation(ctx, admin, { role: "user", daysValid: 90 });
  const ended = await startSession(ctx, id, ORIGIN);
  await endSessions(ctx, id, { id: ended.sessionId });
  const held = await startSession(ctx, id, ORIGIN);
  await ctx.accounts.spendToken(id, ended.sessionId, new Date(ctx.clock.now().getTime() + 60_000));
  const guess = signInWithPassword(ctx, { email: "x@example.org", password: "a guess", ipAddress: "192.0.2.9" });
  await expect(guess).rejects.toMatchObject({ code: "unauthenticated" });

  expect(await purgeExpiredSessions(acrossUsers)).toBe(0);
  passMs(29 * DAY_MS);
  expect(await authenticateSession(ctx, held)).not.toBeNull();
  // The token, and the failures of the address and of the network.
  expect(await purgeExpiredSessions(acrossUsers)).toBe(3);
  passMs(3 * DAY_MS);
  // The ended session and the expired invitation.
  expect(await purgeExpiredSessions(acrossUsers)).toBe(2);
  expect(await authenticateSession(ctx, held)).not.toBeNull();
  expect(await ctx.accounts.listInvitations()).toHaveLength(1);
  await container.close();
});
