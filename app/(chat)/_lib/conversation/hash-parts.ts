import type { MessagePart } from "#contracts/message.ts";

/** The SHA-256, in hex, by which the server names an answer's content. Works on pages on plain http too. */
export async function hashParts(parts: readonly MessagePart[]): Promise<string> {
  const data = new TextEncoder().encode(JSON.stringify(parts));
  // Browsers keep theirs from pages on plain http, which is how a server at home is often reached.
  if (!globalThis.crypto.subtle) return (await import("../sha-256.ts")).sha256(data);
  const digest = await crypto.subtle.digest("SHA-256", data);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
