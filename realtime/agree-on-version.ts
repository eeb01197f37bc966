import { PROTOCOL_VERSION, PROTOCOL_VERSION_MIN } from "#contracts/socket-constants.ts";
import type { Connection } from "./connection.ts";

/**
 * Lets the connection speak this version from now on. False, and the socket is closed with `protocolUnsupported`, for a
 * version that is not spoken here and for a `hello` that is not its first frame: earlier ones were read as version 1.
 */
export function agreeOnVersion(connection: Connection, version: number): boolean {
  const isSpoken = version >= PROTOCOL_VERSION_MIN && version <= PROTOCOL_VERSION;
  if (isSpoken && connection.framesServed === 1) connection.protocolVersion = version;
  else connection.close("protocolUnsupported");
  return !connection.isClosing;
}
