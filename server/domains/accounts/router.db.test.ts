import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestContainer, type TestContainer } from "#scripts/testing/test-container.ts";
import type { Actor } from "#server/context.ts";
import { createCaller } from "#server/transport/trpc/procedures.ts";
import { authenticateSession } from "./authenticate-session.ts";
import { accountsRouter } from "./router.ts";
import { startSession } from "./start-session.ts";

const PASSWORD = "correct horse battery";

let container: TestContainer;
let networks = 0;

beforeAll(async () => {
  container = await createTestContainer({ GOOGLE_CLIENT_ID: "id", GOOGLE_CLIENT_SECRET: "secret" });
});

afterAll(async () => {
  await container.close();
});

function callAs(actor: Actor | null, ipAddress = `192.0.2.${(networks += 1)}`) {
  return createCaller(accountsRouter)({ server: container.context, actor, ipAddress });
}

async function makeActor(email: string): Promise<Actor> {
  await callAs(null).signUp({ email, password: PASSWORD });
  const account = await container.context.accounts.findUserByEmail(email);
  const key = await startSession(container.context, account?.id ?? "", {
    ipAddress: "192.0.2.1",
    userAgent: "a browser",
  });
  return { ...key, role: account?.role ?? "user" };
}

test("a stranger learns how to come in, and whether nobody has yet", async () => {
  const providers = [{ id: "google", label: "Google" }];
  expect(await callAs(null).signUpMode()).toEqual({ mode: "open", isFirstAccount: true, providers });
  await makeActor("first@example.org");
  expect(await callAs(null).signUpMode()).toEqual({ mode: "open", isFirstAccount: false, providers });
});

test("a refusal says what to do", async () => {
  const short = callAs(null).signUp({ email: "short@example.org", password: "short" });
  await expect(short).rejects.toMatchObject({ code: "BAD_REQUEST", message: expect.stringContaining("at least 8") });
  const taken = callAs(null).signUp({ email: "First@example.org", password: PASSWORD });
  await expect(taken).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("Sign in instead") });
});

test("trying which addresses have an account slows the network down (enumeration)", async () => {
  const caller = callAs(null, "198.51.100.7");
  for (let count = 0; count < 31; count += 1) {
    await expect(caller.signUp({ email: "first@example.org", password: PASSWORD })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  }
  const next = caller.signUp({ email: "first@example.org", password: PASSWORD });
  await expect(next).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
});

test("a person sees their own account, without a trace of the password", async () => {
  const actor = await makeActor("me@example.org");
  const me = await callAs(actor).me();
  expect(me).toEqual({ id: actor.userId, email: "me@example.org", name: null, role: "user", hasPassword: true });
});

test("a person changes their name, and takes it away", async () => {
  const actor = await makeActor("name@example.org");
  await callAs(actor).updateProfile({ name: " Ada " });
  expect((await callAs(actor).me()).name).toBe("Ada");
  await callAs(actor).updateProfile({ name: "" });
  expect((await callAs(actor).me()).name).toBeNull();
});

test("a person lists their sessions and ends one, the others, all", async () => {
  const actor = await makeActor("sessions@example.org");
  const origin = { ipAddress: "192.0.2.1", userAgent: null };
  const start = async () => startSession(container.context, actor.userId, origin);
  const [one, two] = [await start(), await start()];
  const isCurrent = (await callAs(actor).listSessions()).map((session) => [session.id, session.isCurrent]);
  expect(Object.fromEntries(isCurrent)).toEqual({
    [actor.sessionId]: true,
    [one.sessionId]: false,
    [two.sessionId]: false,
  });
  await callAs(actor).endSession({ id: one.sessionId });
  expect(await callAs(actor).listSessions()).toHaveLength(2);
  await callAs(actor).endOtherSessions();
  expect((await callAs(actor).listSessions()).map(({ id }) => id)).toEqual([actor.sessionId]);
  await callAs(actor).endAllSessions();
  expect(await authenticateSession(container.context, actor)).toBeNull();
});

test("only administrators see, make and take back invitations", async () => {
  const user = callAs(await makeActor("user@example.org"));
  await expect(user.listInvitations()).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(user.createInvitation({ role: "admin", daysValid: 1 })).rejects.toMatchObject({ code: "FORBIDDEN" });
  const adminId = (await container.context.accounts.findUserByEmail("first@example.org"))?.id ?? "";
  const admin = callAs({ userId: adminId, sessionId: adminId, role: "admin" });
  const { id, code } = await admin.createInvitation({ email: "New@example.org", role: "user", daysValid: 7 });
  expect(code).toMatch(/^[\w-]{32}$/);
  expect(await admin.listInvitations()).toMatchObject([
    { id, email: "new@example.org", role: "user", acceptedAt: null },
  ]);
  await expect(user.deleteInvitation({ id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await admin.deleteInvitation({ id });
  expect(await admin.listInvitations()).toEqual([]);
});

test("nobody who is not signed in gets further than signing up", async () => {
  const stranger = callAs(null);
  const calls = [stranger.me(), stranger.listSessions(), stranger.endAllSessions(), stranger.listInvitations()];
  for (const call of calls) await expect(call).rejects.toMatchObject({ code: "UNAUTHORIZED" });
});

test("a name is kept without what the database cannot hold", async () => {
  const actor = await makeActor("named@example.org");
  await callAs(actor).updateProfile({ name: "Ada\0 L." });
  expect((await callAs(actor).me()).name).toBe("Ada L.");
});
