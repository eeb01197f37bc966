import { expect, test } from "vitest";
import { findSendBlock } from "./find-send-block.ts";

const READY = { text: "Hello", modelId: "demo/demo" } as const;

test("a text can be sent when there is a model", () => {
  expect(findSendBlock(READY)).toBeNull();
});

test("what keeps it from being sent is named", () => {
  expect(findSendBlock({ ...READY, text: " \n" })).toBe("empty");
  expect(findSendBlock({ ...READY, text: "x".repeat(400_001) })).toBe("too-long");
  expect(findSendBlock({ ...READY, modelId: null })).toBe("no-model");
});
