"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { MessageSquare } from "lucide-react";
import { useRouter } from "next/navigation";
import { CONVERSATIONS_PER_PAGE } from "#app/_lib/conversation-list.ts";
import { useTRPC } from "#app/_lib/trpc-client.ts";
import type { Command } from "./command.ts";

/** Jumping to a conversation, among those that the sidebar has loaded. */
export function useConversationCommands(): Command[] {
  const trpc = useTRPC();
  const router = useRouter();
  const { data } = useInfiniteQuery(
    trpc.conversations.list.infiniteQueryOptions(
      { limit: CONVERSATIONS_PER_PAGE },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  const conversations = data?.pages.flatMap((page) => page.items) ?? [];
  return conversations.map(({ id, title }) => ({
    id,
    label: title,
    icon: <MessageSquare size={16} />,
    run: () => router.push(`/c/${id}`),
  }));
}
