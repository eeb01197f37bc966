"use client";

import type { RefObject } from "react";
import { useShortcut } from "#app/_lib/use-shortcut.ts";

/** J and K go from message to message; the first press starts at the one that is in view. */
export function useMessageKeys(scroller: RefObject<HTMLElement | null>): void {
  useShortcut("nextMessage", () => move(scroller.current, 1));
  useShortcut("previousMessage", () => move(scroller.current, -1));
  useShortcut("jumpToLatest", () => scroller.current?.scrollTo({ top: 0, behavior: "instant" }));
}

function move(box: HTMLElement | null, step: 1 | -1): void {
  const messages = [...(box?.querySelectorAll<HTMLElement>("[data-message]") ?? [])];
  const current = messages.findIndex((message) => message.contains(document.activeElement));
  const start = current >= 0 ? current + step : firstInView(messages, box);
  const target = messages[Math.max(0, Math.min(messages.length - 1, start))];
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: "nearest" });
}

function firstInView(messages: readonly HTMLElement[], box: HTMLElement | null): number {
  const top = box?.getBoundingClientRect().top ?? 0;
  return messages.findIndex((message) => message.getBoundingClientRect().bottom > top + 8);
}
