"use client";

import { useQuery } from "@tanstack/react-query";
import type { ConversationSummary } from "#contracts/conversation.ts";
import { useTRPC } from "#app/_lib/trpc-client.ts";

/** What the sidebar, too, shows of a conversation; null until the server knows it. The socket keeps it fresh. */
export function useConversationSummary(conversationId: string, isStored: boolean): ConversationSummary | null {
  const trpc = useTRPC();
  const options = trpc.conversations.get.queryOptions({ id: conversationId }, { enabled: isStored });
  return useQuery(options).data ?? null;
}
