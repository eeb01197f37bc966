import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestContainer, type TestContainer } from "#scripts/testing/test-container.ts";
import { createArgon2PasswordHasher } from "#server/adapters/argon2/argon2-password-hasher.ts";
import type { PasswordHasher } from "#server/ports/password-hasher.ts";
import { signInWithPassword } from "./sign-in-with-password.ts";
import { signUp } from "./sign-up.ts";

const PASSWORD = "correct horse battery";

let container: TestContainer;

beforeAll(async () => {
  container = await createTestContainer();
});

afterAll(async () => {
  await container.close();
});

test("an unknown address and an account without a password cost a verification too (enumeration by time)", async () => {
  const { id } = await signUp(container.context, { email: "provider@example.org", password: PASSWORD });
  await container.context.accounts.updateUser(id, { passwordHash: null });
  const verified: (string | null)[] = [];
  const passwordHasher: PasswordHasher = {
    ...container.context.passwordHasher,
    async verify(hash, password) {
      verified.push(hash);
      return container.context.passwordHasher.verify(hash, password);
    },
  };
  const ctx = { ...container.context, passwordHasher };
  for (const email of ["nobody@example.org", "provider@example.org", "no address at all", "nobody\0@example.org"]) {
    const refused = signInWithPassword(ctx, { email, password: PASSWORD, ipAddress: "192.0.2.1" });
    await expect(refused).rejects.toMatchObject({ reason: "invalid-credentials" });
  }
  expect(verified).toEqual([null, null, null, null]);
});

test("a hash with yesterday's parameters is made anew when its password is right", async () => {
  const { id, email } = await signUp(container.context, { email: "old@example.org", password: PASSWORD });
  const ctx = { ...container.context, passwordHasher: createArgon2PasswordHasher() };
  const credentials = { email, password: PASSWORD, ipAddress: "192.0.2.1" };
  await signInWithPassword(ctx, credentials);
  expect((await ctx.accounts.findUser(id))?.passwordHash).toContain("m=19456,t=2,p=1");
  expect((await signInWithPassword(ctx, credentials)).id).toBe(id);
});
