"use client";

import { useConversationOwner } from "../_hooks/use-conversation-owner.ts";
import { useLiveCache } from "../_hooks/use-live-cache.ts";
import { useOutboxKeeper } from "../_hooks/use-outbox-keeper.ts";

/** Keeps the account alive on the page, whatever it shows: the connection, the cache, and what is still to be sent. */
export function LiveAccount({ renderedAt }: { renderedAt: string }) {
  useLiveCache(renderedAt);
  useOutboxKeeper(useConversationOwner());
  return null;
}
