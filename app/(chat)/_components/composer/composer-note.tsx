"use client";

import { useText } from "#app/_i18n/text-provider.tsx";
import { useConnectionStatus } from "../../_hooks/use-connection-status.ts";
import type { SendBlock } from "../../_lib/find-send-block.ts";

/** Says calmly, over the composer, what keeps a text from being sent when the person could not know. */
export function ComposerNote({ block }: { block: SendBlock | null }) {
  const text = useText();
  const status = useConnectionStatus();
  const note =
    status === "offline" ? text("composer.offline") : block === "too-long" ? text("composer.block.too-long") : "";
  return <output className="block px-2 pb-1.5 text-sm text-ink-soft empty:hidden">{note}</output>;
}
