import type { SecretBox } from "#server/ports/secret-box.ts";

/** To be written. */
export function createAesSecretBox(_keys: string): SecretBox {
  throw new Error("to be written");
}
