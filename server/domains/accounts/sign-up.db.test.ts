import { afterEach, beforeEach, expect, test } from "vitest";
import { createTestContainer, type TestContainer } from "#scripts/testing/test-container.ts";
import { createArgon2PasswordHasher } from "#server/adapters/argon2/argon2-password-hasher.ts";
import type { ServerContext } from "#server/context.ts";
import type { SignUpMode } from "./account.ts";
import { signUp } from "./sign-up.ts";

const PASSWORD = "correct horse battery";

let container: TestContainer;

beforeEach(async () => {
  container = await createTestContainer();
});

afterEach(async () => {
  await container.close();
});

function contextWith(signUpMode: SignUpMode): ServerContext {
  return { ...container.context, accountOptions: { signUpMode, providers: [] } };
}

test("the first account is the administrator, the next one is not", async () => {
  expect((await signUp(container.context, { email: "a@example.org", password: PASSWORD })).role).toBe("admin");
  expect((await signUp(container.context, { email: "b@example.org", password: PASSWORD })).role).toBe("user");
});

test("of many first accounts at the same moment exactly one is the administrator", async () => {
  const emails = Array.from({ length: 8 }, (_, index) => `person${index}@example.org`);
  const accounts = await Promise.all(emails.map((email) => signUp(container.context, { email, password: PASSWORD })));
  expect(accounts.filter(({ role }) => role === "admin")).toHaveLength(1);
  expect(await container.context.accounts.listUsers()).toHaveLength(8);
});

test.each(["closed", "invitation"] as const)(
  "while sign-up is %s the first account can be made, by one person only",
  async (mode) => {
    const ctx = contextWith(mode);
    const emails = Array.from({ length: 6 }, (_, index) => `person${index}@example.org`);
    const outcomes = await Promise.allSettled(emails.map((email) => signUp(ctx, { email, password: PASSWORD })));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const reason = mode === "closed" ? "sign-up-closed" : "invitation-required";
    await expect(signUp(ctx, { email: "late@example.org", password: PASSWORD })).rejects.toMatchObject({ reason });
  },
);

test("an address is one, however it is written", async () => {
  const account = await signUp(container.context, { email: "  Ada@Example.ORG ", password: PASSWORD });
  expect(account.email).toBe("ada@example.org");
  const again = signUp(container.context, { email: "ADA@example.org", password: PASSWORD });
  await expect(again).rejects.toMatchObject({ code: "conflict", reason: "email-taken" });
});

test("of two accounts with one address at the same moment one is made", async () => {
  await signUp(container.context, { email: "first@example.org", password: PASSWORD });
  const twice = [1, 2].map(() => signUp(container.context, { email: "ada@example.org", password: PASSWORD }));
  const outcomes = await Promise.allSettled(twice);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("the password is kept as argon2id with the parameters of OWASP", async () => {
  const ctx = { ...container.context, passwordHasher: createArgon2PasswordHasher() };
  const { passwordHash } = await signUp(ctx, { email: "a@example.org", password: PASSWORD });
  expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});
