"use client";

import { useSyncExternalStore } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { formatKeys } from "./format-keys.ts";
import { SHORTCUTS, type ShortcutName } from "./shortcuts.ts";

const subscribe = () => () => {};

/** The keys of a shortcut, or of any combination written like one ("Mod Enter"), as they stand on this keyboard. */
export function useKeys(): { of: (name: ShortcutName) => string; format: (keys: string) => string } {
  const text = useText();
  const isApple = useSyncExternalStore(subscribe, readIsApple, () => false);
  const format = (keys: string) => formatKeys(keys, isApple, text);
  return { of: (name) => format(SHORTCUTS[name].keys), format };
}

function readIsApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}
