import type { Shortcut } from "./shortcuts.ts";

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/** Whether the pressed keys are those of a shortcut. Shift is not asked for where a sign may need it on some keyboard. */
export function matchesShortcut({ keys }: Shortcut, pressed: Pressed): boolean {
  const wanted = keys.toLowerCase().split(" ");
  const key = wanted.at(-1) ?? "";
  const isLetterOrName = /^([a-z]|.{2,})$/.test(key);
  const isShiftRight = !isLetterOrName || pressed.shiftKey === wanted.includes("shift");
  const isModRight = (pressed.ctrlKey || pressed.metaKey) === wanted.includes("mod");
  return pressed.key.toLowerCase() === signOf(key, pressed) && isModRight && isShiftRight && !pressed.altKey;
}

/** With Shift held, the key of ";" reports ":" on the keyboards that have them together. */
function signOf(key: string, pressed: Pressed): string {
  return key === ";" && pressed.shiftKey && pressed.key === ":" ? ":" : key;
}
