export type ClientFrameBytes = {
  payload?: Buffer | string;
  opcode?: number;
  isFinal?: boolean;
  isMasked?: boolean;
  /** The three reserved bits, as they stand in the first byte. */
  reserved?: number;
  /** What the head says, where that is not the truth. */
  length?: number;
};

/** The bytes of one frame of a client, right or wrong as asked (RFC 6455, 5.2). The mask is four zeros. */
export function encodeClientFrame(frame: ClientFrameBytes): Buffer {
  const payload = Buffer.from(frame.payload ?? "");
  const { opcode = 1, isFinal = true, isMasked = true, reserved = 0, length = payload.length } = frame;
  const first = (isFinal ? 0x80 : 0) | reserved | opcode;
  const mask = isMasked ? 0x80 : 0;
  const head = length < 126 ? Buffer.from([first, mask | length]) : encodeLongHead(first, mask, length);
  return Buffer.concat([head, Buffer.alloc(isMasked ? 4 : 0), payload]);
}

function encodeLongHead(first: number, mask: number, length: number): Buffer {
  if (length < 65_536) return Buffer.from([first, mask | 126, length >> 8, length & 0xff]);
  const head = Buffer.alloc(10);
  head.set([first, mask | 127]);
  head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}
