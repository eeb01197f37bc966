import type { ServerFrame, TextDeltaFrame } from "#contracts/socket-frames.ts";
import { encodeTextFrame } from "./encode-text-frame.ts";

/** A frame of the contract as it goes over the wire. */
export function encodeServerFrame(frame: ServerFrame | TextDeltaFrame): Buffer {
  return encodeTextFrame(JSON.stringify(frame));
}
