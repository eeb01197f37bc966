import type { Message } from "#contracts/message.ts";
import type { ConversationState } from "./conversation-state.ts";

/** The messages from the earliest one loaded to the current leaf, oldest first. */
export function currentBranch({ messages, leafId }: Pick<ConversationState, "messages" | "leafId">): Message[] {
  const branch: Message[] = [];
  const seen = new Set<string>();
  let next = leafId === null ? undefined : messages[leafId];
  while (next && !seen.has(next.id)) {
    seen.add(next.id);
    branch.push(next);
    next = next.parentId === null ? undefined : messages[next.parentId];
  }
  return branch.toReversed();
}
