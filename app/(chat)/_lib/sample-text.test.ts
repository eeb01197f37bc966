import * as fc from "fast-check";
import { expect, test } from "vitest";
import { findSendBlock } from "./find-send-block.ts";
import { sampleText } from "./sample-text.ts";

test("the sample of a text can be sent exactly when the text can", () => {
  const ready = { status: "online", modelId: "demo/demo", isRunning: false } as const;
  const texts = fc.oneof(fc.string(), fc.constantFrom(" ", "\n\n", "x".repeat(400_000), "x".repeat(400_001)));
  fc.assert(
    fc.property(texts, (text) => {
      expect(findSendBlock({ ...ready, text: sampleText(text) })).toBe(findSendBlock({ ...ready, text }));
    }),
  );
});
