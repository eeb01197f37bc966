import { expect, test } from "vitest";
import { isSendKey } from "./is-send-key.ts";

const ENTER = { key: "Enter", shiftKey: false, ctrlKey: false, metaKey: false, isComposing: false, keyCode: 13 };
const DESK = { sendWithEnter: true, isTouch: false };

test("Enter sends and Shift+Enter breaks the line, or the other way round", () => {
  expect(isSendKey(ENTER, DESK)).toBe(true);
  expect(isSendKey({ ...ENTER, shiftKey: true }, DESK)).toBe(false);
  expect(isSendKey(ENTER, { ...DESK, sendWithEnter: false })).toBe(false);
  expect(isSendKey({ ...ENTER, shiftKey: true }, { ...DESK, sendWithEnter: false })).toBe(true);
});

test("Enter that picks a word in an input method never sends", () => {
  expect(isSendKey({ ...ENTER, isComposing: true }, DESK)).toBe(false);
  expect(isSendKey({ ...ENTER, keyCode: 229 }, DESK)).toBe(false);
});

test("under a finger Enter breaks the line, and Ctrl+Enter sends everywhere", () => {
  expect(isSendKey(ENTER, { sendWithEnter: true, isTouch: true })).toBe(false);
  expect(isSendKey({ ...ENTER, ctrlKey: true }, { sendWithEnter: false, isTouch: true })).toBe(true);
});
