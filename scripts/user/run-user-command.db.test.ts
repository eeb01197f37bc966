import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestContainer, type TestContainer } from "#scripts/testing/test-container.ts";
import { authenticateSession, signInWithPassword, startSession } from "#server/domains/accounts/index.ts";
import { signUp } from "#server/domains/accounts/sign-up.ts";
import { runUserCommand } from "./run-user-command.ts";

const PASSWORD = "correct horse battery";

let container: TestContainer;
/** Somebody who is not the administrator, another one in each test. */
let user: string;
let people = 0;

beforeAll(async () => {
  container = await createTestContainer();
  await signUp(container.context, { email: "admin@example.org", password: PASSWORD });
});

beforeEach(async () => {
  people += 1;
  user = `user${people}@example.org`;
  await signUp(container.context, { email: user, password: PASSWORD });
});

afterAll(async () => {
  await container.close();
});

async function run(words: string): Promise<string> {
  return runUserCommand(container.context, words.split(" ").filter(Boolean));
}

async function startSessionOf(email: string) {
  const account = await container.context.accounts.findUserByEmail(email);
  return startSession(container.context, account?.id ?? "", { ipAddress: "192.0.2.1", userAgent: null });
}

test("list shows every account with its role", async () => {
  await run(`disable ${user}`);
  const lines = (await run("list")).split("\n");
  expect(lines[0]).toMatch(/^admin@example\.org +admin +by password +\d{4}-\d\d-\d\d$/);
  expect(lines[1]).toMatch(new RegExp(`^${user} +user, disabled +by password`));
});

test("reset-password gives a password that works, ends the sessions and forgets the failures", async () => {
  const key = await startSessionOf(user);
  const guess = { email: user, password: "a guess", ipAddress: "192.0.2.9" };
  for (let count = 0; count < 7; count += 1) {
    await expect(signInWithPassword(container.context, guess)).rejects.toThrow();
  }
  const password = /: (\S+)\n/.exec(await run(`reset-password ${user}`))?.[1] ?? "";
  const account = await signInWithPassword(container.context, { ...guess, password });
  expect(account.email).toBe(user);
  expect(await authenticateSession(container.context, key)).toBeNull();
});

test("set-role takes effect at once, and whoever loses a role is signed out (CVE-2026-44553)", async () => {
  expect(await run(`set-role ${user} admin`)).toContain("is an administrator");
  const key = await startSessionOf(user);
  expect(await authenticateSession(container.context, key)).toMatchObject({ role: "admin" });
  await run(`set-role ${user} user`);
  expect(await authenticateSession(container.context, key)).toBeNull();
});

test.each(["set-role admin@example.org user", "disable admin@example.org"])(
  "%s is refused for the last administrator",
  async (words) => {
    await expect(run(words)).rejects.toThrow("last administrator");
  },
);

test("a disabled account is signed out and may come back when it is enabled", async () => {
  const key = await startSessionOf(user);
  await run(`disable ${user}`);
  expect(await authenticateSession(container.context, key)).toBeNull();
  await run(`enable ${user}`);
  await signInWithPassword(container.context, {
    email: user,
    password: PASSWORD,
    ipAddress: "192.0.2.1",
  });
});

test("end-sessions signs a person out everywhere", async () => {
  const key = await startSessionOf(user);
  await run(`end-sessions ${user}`);
  expect(await authenticateSession(container.context, key)).toBeNull();
});

test.each(["", "anything", "constructor a@example.org", "list all", "disable", "disable a@example.org b@example.org"])(
  "%j is answered with how to use it",
  async (words) => {
    await expect(run(words)).rejects.toThrow("How to use it");
  },
);

test.each([
  ["disable nobody@example.org", "no account with the address nobody@example.org"],
  ["disable nobody", "no email address"],
  ["set-role admin@example.org king", "admin or user"],
])("%s is answered with what is wrong", async (words, reason) => {
  await expect(run(words)).rejects.toThrow(reason);
});
