import type { ClientFrameOf } from "#contracts/socket-frames.ts";
import { agreeOnVersion } from "#realtime/agree-on-version.ts";
import type { Connection } from "#realtime/connection.ts";
import type { Gateway } from "#realtime/gateway.ts";

/** Agrees on the version of the frames, or closes the socket. */
export function handleHello(_gateway: Gateway, sender: Connection, frame: ClientFrameOf<"hello">): void {
  if (agreeOnVersion(sender, frame.protocolVersion)) sender.send({ type: "ack", requestId: frame.requestId });
}
