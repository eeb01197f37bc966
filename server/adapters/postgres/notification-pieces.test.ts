import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createNotificationAssembler, splitNotification } from "./notification-pieces.ts";

test("whatever is split fits a NOTIFY and is put together again, with other messages in between", () => {
  const content = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: "grapheme", minLength: 3_000, maxLength: 20_000 }),
  );
  fc.assert(
    fc.property(fc.array(content, { minLength: 1, maxLength: 4 }), (contents) => {
      const assemble = createNotificationAssembler();
      const whole = contents.map((text) => ({ senderId: "sender", userId: "user", content: text.toWellFormed() }));
      const split = whole.map(splitNotification);
      const longest = Math.max(...split.map((pieces) => pieces.length));
      const payloads = Array.from({ length: longest }, (_, index) =>
        split.flatMap((pieces) => pieces[index] ?? []),
      ).flat();
      for (const payload of payloads) expect(Buffer.byteLength(payload)).toBeLessThan(8_000);
      const assembled = payloads.flatMap((payload) => assemble(payload) ?? []);
      expect(new Set(assembled.map((notified) => notified.content))).toEqual(
        new Set(whole.map((notified) => notified.content)),
      );
    }),
    { numRuns: 50 },
  );
});

test("what is no notification of ours is passed over", () => {
  expect(createNotificationAssembler()("hello")).toBeNull();
});
