"use client";

import { useEffect, useEffectEvent } from "react";
import { matchesShortcut } from "./matches-shortcut.ts";
import { SHORTCUTS, type ShortcutName } from "./shortcuts.ts";

const FLOATING = "[role=dialog], [role=alertdialog], [role=menu], [role=listbox]";

/**
 * Calls `onPress` when the shortcut is pressed anywhere on the page, unless something nearer to the
 * focus has taken the key. Returning false from it leaves the key to the browser.
 */
export function useShortcut(name: ShortcutName, onPress: () => void | false): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const shortcut = SHORTCUTS[name];
    if (event.defaultPrevented || event.isComposing || !matchesShortcut(shortcut, event)) return;
    if (!shortcut.worksInFields && isField(event.target)) return;
    // Something that floats over the page has the keys to itself, Escape above all.
    if (event.target instanceof Element && event.target.closest(FLOATING)) return;
    if (onPress() !== false) event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKeyDown(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
