import { expect, test } from "vitest";
import { findSendBlock } from "./find-send-block.ts";

const READY = { text: "Hello", status: "online", modelId: "demo/demo", isRunning: false } as const;

test("a text can be sent when there is a model, even while the connection is being made", () => {
  expect(findSendBlock(READY)).toBeNull();
  expect(findSendBlock({ ...READY, status: "connecting" })).toBeNull();
});

test("what keeps it from being sent is named", () => {
  expect(findSendBlock({ ...READY, text: " \n" })).toBe("empty");
  expect(findSendBlock({ ...READY, text: "x".repeat(400_001) })).toBe("too-long");
  expect(findSendBlock({ ...READY, status: "offline" })).toBe("offline");
  expect(findSendBlock({ ...READY, modelId: null })).toBe("no-model");
  expect(findSendBlock({ ...READY, isRunning: true })).toBe("running");
});
