import type { ClientFrame } from "#contracts/socket-frames.ts";

/** What only a server of version 2 understands; one of version 1 closes the socket over it. */
const SINCE_VERSION_2: ReadonlySet<ClientFrame["type"]> = new Set<ClientFrame["type"]>([
  "hello",
  "account.sync",
  "answer.continue",
  "answer.reread",
  "conversation.read",
]);

/** True when a server of that version understands the frame. */
export function speaksVersion(frame: ClientFrame, version: number): boolean {
  return version >= 2 || !SINCE_VERSION_2.has(frame.type);
}
