"use client";

import { useMemo } from "react";
import { useTRPCClient } from "#app/_lib/trpc-client.ts";
import { useAccountId } from "../_components/account-context.tsx";
import type { ConversationOwner } from "../_lib/conversation/conversation-registry.ts";

/** Whose conversations are shown, and how they are read through the server's procedures. */
export function useConversationOwner(): ConversationOwner {
  const client = useTRPCClient();
  const accountId = useAccountId();
  return useMemo(
    () => ({
      accountId,
      reader: {
        listMessages: (input) => client.messages.list.query(input),
        selectBranch: (input) => client.conversations.selectBranch.mutate(input),
      },
    }),
    [client, accountId],
  );
}
