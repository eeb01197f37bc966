"use client";

import { useText } from "#app/_i18n/text-provider.tsx";
import { useIsAway } from "../../_hooks/use-is-away.ts";

/** Stands where the answer will begin, in the height of one line, so that the first text moves nothing; still while there is no connection. */
export function WaitingMark() {
  const text = useText();
  const isStill = useIsAway();
  return (
    <p className="flex h-[1.65em] items-center text-base">
      <span className={`size-2 rounded-full ${isStill ? "bg-ink-faint" : "animate-pulse bg-accent"}`} aria-hidden />
      <span className="sr-only">{text("chat.waiting")}</span>
    </p>
  );
}
