"use client";

import { usePathname } from "next/navigation";
import { useState, useSyncExternalStore, type ReactNode } from "react";
import { browserOutbox } from "../../_lib/outbox/browser-outbox.ts";
import { useAccountId } from "../account-context.tsx";
import { NewChat } from "./new-chat.tsx";

/**
 * The conversation of this address where its first message still waits in this browser, so that the server cannot know
 * it yet; else `children`. It stays what it is when the message has been sent.
 */
export function UnsentChat({ children }: { children: ReactNode }) {
  const accountId = useAccountId();
  const pathname = usePathname();
  const conversationId = pathname.split("/").at(-1) ?? "";
  const isUnsent = useSyncExternalStore(
    (onChange) => browserOutbox(accountId).onChange(onChange),
    () => browserOutbox(accountId).list(conversationId).length > 0,
    () => false,
  );
  const [shownId, setShownId] = useState<string | null>(null);
  if (isUnsent && shownId !== conversationId) setShownId(conversationId);
  return isUnsent || shownId === conversationId ? <NewChat /> : children;
}
