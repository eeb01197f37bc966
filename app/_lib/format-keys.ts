import type { Text } from "#app/_i18n/create-text.ts";

/** The keys of a shortcut as they stand on this keyboard: "Mod Shift O" is "Ctrl Shift O", "⌘ Shift O" or "Strg Umschalt O". */
export function formatKeys(keys: string, isApple: boolean, text: Text): string {
  return keys
    .replace("Mod", isApple ? "⌘" : text("keys.ctrl"))
    .replace("Shift", text("keys.shift"))
    .replace("Escape", text("keys.escape"));
}
