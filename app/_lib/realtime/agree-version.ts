import { PROTOCOL_VERSION, PROTOCOL_VERSION_MIN } from "#contracts/socket-constants.ts";
import type { ServerFrame } from "#contracts/socket-frames.ts";

/** The highest version of the frames that this page and the welcoming server share; null when there is none. */
export function agreeVersion(welcome: Extract<ServerFrame, { type: "welcome" }>): number | null {
  const version = Math.min(PROTOCOL_VERSION, welcome.protocolVersion);
  const lowest = Math.max(PROTOCOL_VERSION_MIN, welcome.protocolVersionMin ?? welcome.protocolVersion);
  return version >= lowest ? version : null;
}
