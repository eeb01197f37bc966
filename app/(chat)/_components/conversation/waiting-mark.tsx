"use client";

import { useText } from "#app/_i18n/text-provider.tsx";

/** Stands where the answer will begin, in the height of one line, so that the first text moves nothing. */
export function WaitingMark() {
  const text = useText();
  return (
    <p className="flex h-[1.65em] items-center text-base">
      <span className="size-2 animate-pulse rounded-full bg-accent" aria-hidden />
      <span className="sr-only">{text("chat.waiting")}</span>
    </p>
  );
}
