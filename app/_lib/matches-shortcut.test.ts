import { expect, test } from "vitest";
import { matchesShortcut } from "./matches-shortcut.ts";
import { SHORTCUTS } from "./shortcuts.ts";

const PLAIN = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

test("Mod is Ctrl as well as Cmd", () => {
  expect(matchesShortcut(SHORTCUTS.openPalette, { ...PLAIN, key: "k", ctrlKey: true })).toBe(true);
  expect(matchesShortcut(SHORTCUTS.openPalette, { ...PLAIN, key: "k", metaKey: true })).toBe(true);
  expect(matchesShortcut(SHORTCUTS.openPalette, { ...PLAIN, key: "k" })).toBe(false);
});

test("a letter with Shift is another shortcut than without", () => {
  expect(matchesShortcut(SHORTCUTS.newChat, { ...PLAIN, key: "O", ctrlKey: true, shiftKey: true })).toBe(true);
  expect(matchesShortcut(SHORTCUTS.newChat, { ...PLAIN, key: "o", ctrlKey: true })).toBe(false);
});

test("a sign counts however the keyboard makes it", () => {
  expect(matchesShortcut(SHORTCUTS.focusComposer, { ...PLAIN, key: "/", shiftKey: true })).toBe(true);
  expect(matchesShortcut(SHORTCUTS.copyCode, { ...PLAIN, key: ":", ctrlKey: true, shiftKey: true })).toBe(true);
});

test("Alt makes no shortcut of ours, so that typing special letters stays typing", () => {
  expect(matchesShortcut(SHORTCUTS.newChatSingleKey, { ...PLAIN, key: "n", altKey: true })).toBe(false);
});
