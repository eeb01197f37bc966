"use client";

import { ArrowUp, Square } from "lucide-react";
import { useText } from "#app/_i18n/text-provider.tsx";
import type { SendBlock } from "../../_lib/find-send-block.ts";

type SendButtonProps = {
  block: SendBlock | null;
  isRunning: boolean;
  isStopping: boolean;
  onSend: () => void;
  onStop: () => void;
};

const LOOK =
  "inline-flex size-9 shrink-0 items-center justify-center rounded-md transition-colors duration-100 coarse:size-11";

/** Sends; while an answer is being written it stops that. When it cannot send, it says why. */
export function SendButton({ block, isRunning, isStopping, onSend, onStop }: SendButtonProps) {
  const text = useText();
  if (isRunning) {
    const label = text(isStopping ? "composer.stopping" : "composer.stop");
    return (
      <button
        type="button"
        aria-label={label}
        data-tooltip={label}
        data-tooltip-keys="Esc"
        aria-disabled={isStopping || undefined}
        onClick={onStop}
        className={`${LOOK} bg-ink text-paper aria-disabled:opacity-50`}
      >
        <Square size={14} fill="currentColor" aria-hidden />
      </button>
    );
  }
  const label = block === null ? text("composer.send") : `${text("composer.send")}: ${text(`composer.block.${block}`)}`;
  return (
    <button
      type="button"
      aria-label={label}
      data-tooltip={label}
      aria-disabled={block !== null || undefined}
      onClick={onSend}
      className={`${LOOK} bg-accent text-on-accent hover:not-aria-disabled:bg-accent-strong aria-disabled:bg-sunken aria-disabled:text-ink-faint`}
    >
      <ArrowUp size={18} aria-hidden />
    </button>
  );
}
