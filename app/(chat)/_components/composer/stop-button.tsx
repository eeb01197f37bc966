"use client";

import { Square } from "lucide-react";
import { useText } from "#app/_i18n/text-provider.tsx";

/** Ends the answer that is being written; what was written stays. */
export function StopButton({ isStopping, onStop }: { isStopping: boolean; onStop: () => void }) {
  const text = useText();
  const label = text(isStopping ? "composer.stopping" : "composer.stop");
  return (
    <button
      type="button"
      aria-label={label}
      data-tooltip={label}
      data-tooltip-keys="Esc"
      aria-disabled={isStopping || undefined}
      onClick={onStop}
      className="inline-flex size-9 shrink-0 items-center justify-center rounded-md bg-ink text-paper transition-colors duration-100 aria-disabled:opacity-50 coarse:size-11"
    >
      <Square size={14} fill="currentColor" aria-hidden />
    </button>
  );
}
