import type { MessagePart } from "#contracts/message.ts";

/** The SHA-256, in hex, by which the server names an answer's content. Needs a secure context or localhost. */
export async function hashParts(parts: readonly MessagePart[]): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(parts)));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
