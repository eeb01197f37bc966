import { createHash } from "node:crypto";
import type { MessagePart } from "#contracts/message.ts";

/** SHA-256 in hex of the content, as `contracts/socket-frames.ts` says; made apart from the server's own, so that both can be wrong alone. */
export function hashParts(parts: readonly MessagePart[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
