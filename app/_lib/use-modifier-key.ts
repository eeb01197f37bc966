"use client";

import { useSyncExternalStore } from "react";

const subscribe = () => () => {};

/** What the key for shortcuts is called here: "⌘" on Apple's machines, else "Ctrl". */
export function useModifierKey(): "⌘" | "Ctrl" {
  return useSyncExternalStore(subscribe, readModifier, () => "Ctrl");
}

function readModifier(): "⌘" | "Ctrl" {
  return /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl";
}
