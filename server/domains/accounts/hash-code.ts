import { createHash } from "node:crypto";

/** The SHA-256 of a code or key, in hex: what may be kept of something long and random, or of what only has to be recognised. */
export function hashCode(code: string): string {
  return createHash("sha256").update(code).digest("hex");
}
