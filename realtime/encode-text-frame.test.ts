import { expect, test } from "vitest";
import { encodeTextFrame } from "./encode-text-frame.ts";

test.each([0, 1, 125, 126, 127, 65_535, 65_536, 200_000])("a text of %i bytes is framed as RFC 6455 says", (length) => {
  const frame = encodeTextFrame("x".repeat(length));
  const [head, lengthByte] = [frame.readUInt8(0), frame.readUInt8(1)];
  expect({ head, isMasked: lengthByte > 127 }).toEqual({ head: 0x81, isMasked: false });
  const [announced, headLength] =
    lengthByte < 126
      ? [lengthByte, 2]
      : lengthByte === 126
        ? [frame.readUInt16BE(2), 4]
        : [Number(frame.readBigUInt64BE(2)), 10];
  expect({ announced, total: frame.length }).toEqual({ announced: length, total: headLength + length });
});

test("characters of several bytes are counted as bytes", () => {
  const frame = encodeTextFrame("é😀");
  expect(frame).toEqual(Buffer.concat([Buffer.from([0x81, 6]), Buffer.from("é😀")]));
});
