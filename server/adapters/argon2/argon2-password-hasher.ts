import { hash, parseOptions, verify } from "@node-rs/argon2";
import type { PasswordHasher } from "#server/ports/password-hasher.ts";

export type Argon2Cost = { memoryKib: number; passes: number; lanes: number };

/** The least that the OWASP Password Storage Cheat Sheet asks of argon2id: 19 MiB, two passes, one lane. */
const OWASP_COST: Argon2Cost = { memoryKib: 19_456, passes: 2, lanes: 1 };

/** Hashes with argon2id (RFC 9106). `cost` is lowered in tests alone. */
export function createArgon2PasswordHasher(cost: Argon2Cost = OWASP_COST): PasswordHasher {
  const options = { memoryCost: cost.memoryKib, timeCost: cost.passes, parallelism: cost.lanes };
  let decoy: Promise<string> | null = null;
  return {
    hash: (password) => hash(normalise(password), options),
    async verify(stored, password) {
      if (stored !== null) return verify(stored, normalise(password));
      await verify(await (decoy ??= hash("nobody's password", options)), normalise(password));
      return false;
    },
    isOutdated(stored) {
      const made = parseOptions(stored);
      return made.memoryCost !== cost.memoryKib || made.timeCost !== cost.passes || made.parallelism !== cost.lanes;
    },
  };
}

/** One text however a keyboard composes it (NIST SP 800-63B, 3.1.1.2). */
function normalise(password: string): string {
  return password.normalize("NFKC");
}
