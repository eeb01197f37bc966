/** The keys of a shortcut as they stand on this keyboard: "Mod Shift O" is "Ctrl Shift O" or "⌘ Shift O". */
export function formatKeys(keys: string, modifier: "⌘" | "Ctrl"): string {
  return keys.replace("Mod", modifier).replace("Escape", "Esc");
}
