"use client";

import type { ConversationState } from "../../_lib/conversation/conversation-state.ts";
import { useConversationState } from "./conversation-context.tsx";

/** The answer that is being written on the branch shown; null when there is none. */
export function useRunningAnswer(): { runningAnswerId: string | null; isStopping: boolean } {
  const runningAnswerId = useConversationState(findRunningAnswer);
  const isStopping = useConversationState((state) =>
    runningAnswerId === null ? false : (state.runs[runningAnswerId]?.isStopping ?? false),
  );
  return { runningAnswerId, isStopping };
}

/** Answers run at the end of a branch only. */
function findRunningAnswer({ leafId, messages }: ConversationState): string | null {
  return leafId !== null && messages[leafId]?.status === "running" ? leafId : null;
}
