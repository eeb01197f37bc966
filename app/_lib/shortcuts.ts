import type { TextKey } from "#app/_i18n/catalogue.ts";

/** A key combination and what it does. `Mod` is Cmd on a Mac and Ctrl elsewhere. */
export type Shortcut = {
  keys: string;
  textKey: TextKey;
  /** Works while typing too; combinations with Mod usually do, single keys never. */
  worksInFields: boolean;
};

/** Every shortcut of the application: the one table that acts and that the list of shortcuts shows. */
export const SHORTCUTS = {
  openPalette: { keys: "Mod K", textKey: "shortcut.openPalette", worksInFields: true },
  toggleSidebar: { keys: "Mod B", textKey: "shortcut.toggleSidebar", worksInFields: true },
  newChat: { keys: "Mod Shift O", textKey: "shortcut.newChat", worksInFields: true },
  newChatSingleKey: { keys: "N", textKey: "shortcut.newChat", worksInFields: false },
  focusComposer: { keys: "/", textKey: "shortcut.focusComposer", worksInFields: false },
  stopAnswer: { keys: "Escape", textKey: "shortcut.stopAnswer", worksInFields: true },
  nextMessage: { keys: "J", textKey: "shortcut.nextMessage", worksInFields: false },
  previousMessage: { keys: "K", textKey: "shortcut.previousMessage", worksInFields: false },
  copyAnswer: { keys: "Mod Shift C", textKey: "shortcut.copyAnswer", worksInFields: true },
  copyCode: { keys: "Mod Shift ;", textKey: "shortcut.copyCode", worksInFields: true },
  jumpToLatest: { keys: "G", textKey: "shortcut.jumpToLatest", worksInFields: false },
  showShortcuts: { keys: "?", textKey: "shortcut.showShortcuts", worksInFields: false },
} as const satisfies Record<string, Shortcut>;

/** The name of a shortcut in the table. */
export type ShortcutName = keyof typeof SHORTCUTS;
