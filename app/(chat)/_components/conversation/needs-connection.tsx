"use client";

import { useText } from "#app/_i18n/text-provider.tsx";
import { useIsAway } from "../../_hooks/use-is-away.ts";

/** Says beside what asks for an answer why it cannot be asked for now; nothing while it can. */
export function NeedsConnection() {
  const text = useText();
  return useIsAway() ? <span className="self-center text-sm text-ink-soft">{text("chat.needsConnection")}</span> : null;
}
