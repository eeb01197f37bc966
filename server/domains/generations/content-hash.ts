import { createHash } from "node:crypto";
import type { MessagePart } from "#contracts/message.ts";

/** SHA-256 in hex of the content, by which a viewer proves that it shows what is stored. */
export function contentHash(parts: readonly MessagePart[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
