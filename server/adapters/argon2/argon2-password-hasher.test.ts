import { expect, test } from "vitest";
import { describePasswordHasher } from "#server/ports/password-hasher.contract.ts";
import { createArgon2PasswordHasher } from "./argon2-password-hasher.ts";

describePasswordHasher(
  () => createArgon2PasswordHasher(),
  () => createArgon2PasswordHasher({ memoryKib: 8, passes: 1, lanes: 1 }),
);

test("hashes with argon2id, at what OWASP asks", async () => {
  expect(await createArgon2PasswordHasher().hash("x")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});
