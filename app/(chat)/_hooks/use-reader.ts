"use client";

import { useMemo } from "react";
import { useTRPCClient } from "#app/_lib/trpc-client.ts";
import type { ConversationReader } from "../_lib/conversation/conversation-port.ts";

/** What a conversation reads of the server, through its procedures. */
export function useReader(): ConversationReader {
  const client = useTRPCClient();
  return useMemo(
    () => ({
      listMessages: (input) => client.messages.list.query(input),
      selectBranch: (input) => client.conversations.selectBranch.mutate(input),
    }),
    [client],
  );
}
