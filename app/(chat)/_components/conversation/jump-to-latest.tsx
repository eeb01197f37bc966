"use client";

import { ArrowDown } from "lucide-react";
import { useText } from "#app/_i18n/text-provider.tsx";

/** Floats over the end of the messages while the person reads further up. */
export function JumpToLatest({ onJump }: { onJump: () => void }) {
  const text = useText();
  return (
    <button
      type="button"
      onClick={onJump}
      className="absolute inset-x-0 bottom-3 mx-auto inline-flex min-h-8 w-fit items-center gap-1.5 rounded-lg border border-line bg-raised px-3 text-ui text-ink-soft shadow-float hover:text-ink coarse:min-h-11"
    >
      <ArrowDown size={16} aria-hidden />
      {text("chat.jumpToLatest")}
    </button>
  );
}
