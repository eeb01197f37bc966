/** What the palette shows first: everything that can be done, or all shortcuts. */
export type PaletteView = "commands" | "shortcuts";

const listeners = new Set<(view: PaletteView) => void>();

/** Opens the palette from anywhere. */
export function openPalette(): void {
  for (const listener of listeners) listener("commands");
}

/** Opens the list of shortcuts from anywhere. */
export function openShortcuts(): void {
  for (const listener of listeners) listener("shortcuts");
}

/** Calls `listener` whenever the palette is asked for, until the returned function is called. */
export function onPaletteAsked(listener: (view: PaletteView) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
