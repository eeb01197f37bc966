import { v7 as createId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestContainer, type TestContainer } from "#scripts/testing/test-container.ts";
import { startTestRedis } from "#scripts/testing/start-test-redis.ts";
import type { ServerContext } from "#server/context.ts";
import type { SessionKey } from "./account.ts";
import { authenticateSession } from "./authenticate-session.ts";
import { changePassword } from "./change-password.ts";
import { disableAccount } from "./disable-account.ts";
import { endSessions } from "./end-sessions.ts";
import { resetPassword } from "./reset-password.ts";
import { setRole } from "./set-role.ts";
import { signUp } from "./sign-up.ts";
import { startSession } from "./start-session.ts";

const PASSWORD = "correct horse battery";

type Person = SessionKey & { email: string };

/** Every way to lose a session. */
const ENDINGS: [string, (ctx: ServerContext, person: Person) => Promise<unknown>][] = [
  ["signing out elsewhere", (ctx, { userId }) => endSessions(ctx, userId, { exceptId: createId() })],
  ["a disabled account", (ctx, { email }) => disableAccount(ctx, email)],
  ["a password that was reset", (ctx, { email }) => resetPassword(ctx, email)],
  ["a role that was taken away", (ctx, { email }) => setRole(ctx, email, "user")],
  [
    "another password",
    (ctx, { userId }) =>
      changePassword(
        ctx,
        { userId, sessionId: createId(), role: "admin" },
        { currentPassword: PASSWORD, newPassword: "another good password", ipAddress: "192.0.2.1" },
      ),
  ],
];

describe("with sessions remembered in Redis", () => {
  let redis: Awaited<ReturnType<typeof startTestRedis>>;
  let container: TestContainer;
  let here: ServerContext;
  /** As another process has it. */
  let there: ServerContext;
  beforeAll(async () => {
    redis = await startTestRedis();
    container = await createTestContainer({ REDIS_URL: redis.url });
    here = container.context;
    there = container.acrossUsers;
    await makePerson();
  });
  afterAll(async () => {
    await container.close();
    await redis.stop();
  });

  async function makePerson(): Promise<Person> {
    const { id, email } = await signUp(here, { email: `${createId()}@example.org`, password: PASSWORD });
    await here.accounts.updateUser(id, { role: "admin" });
    return { ...(await startSession(here, id, { ipAddress: "192.0.2.1", userAgent: null })), email };
  }

  test.each(ENDINGS)("%s holds at once in every process", async (_name, end) => {
    const person = await makePerson();
    expect(await authenticateSession(there, person)).toMatchObject({ role: "admin" });
    expect(await authenticateSession(here, person)).toMatchObject({ role: "admin" });
    await end(here, person);
    expect(await authenticateSession(here, person)).toBeNull();
    expect(await authenticateSession(there, person)).toBeNull();
  });

  test("a session that expires is worth nothing though it is remembered", async () => {
    const person = await makePerson();
    expect(await authenticateSession(here, person)).not.toBeNull();
    container.passMs(31 * 24 * 60 * 60 * 1_000);
    expect(await authenticateSession(here, person)).toBeNull();
  });

  test("a session ends in every process while Redis is away, and stays ended when it is back", async () => {
    const person = await makePerson();
    expect(await authenticateSession(there, person)).not.toBeNull();
    await redis.kill();
    await endSessions(here, person.userId, { exceptId: null });
    expect(await authenticateSession(here, person)).toBeNull();
    expect(await authenticateSession(there, person)).toBeNull();
    await redis.restart();
    expect(await authenticateSession(here, person)).toBeNull();
    expect(await authenticateSession(there, person)).toBeNull();
  });
});
