"use client";

import { ArrowUp } from "lucide-react";
import { useText } from "#app/_i18n/text-provider.tsx";
import type { SendBlock } from "../../_lib/find-send-block.ts";

/** `isQueuing`: an answer is being written, and what is sent waits for its end. */
type SendButtonProps = { block: SendBlock | null; isQueuing: boolean; onSend: () => void };

/** Sends. When it cannot, it says why. */
export function SendButton({ block, isQueuing, onSend }: SendButtonProps) {
  const text = useText();
  const does = text(isQueuing ? "composer.sendNext" : "composer.send");
  const label = block === null ? does : `${does}: ${text(`composer.block.${block}`)}`;
  return (
    <button
      type="button"
      aria-label={label}
      data-tooltip={label}
      aria-disabled={block !== null || undefined}
      onClick={onSend}
      className="inline-flex size-9 shrink-0 items-center justify-center rounded-md bg-accent text-on-accent transition-colors duration-100 hover:not-aria-disabled:bg-accent-strong aria-disabled:bg-sunken aria-disabled:text-ink-faint coarse:size-11"
    >
      <ArrowUp size={18} aria-hidden />
    </button>
  );
}
