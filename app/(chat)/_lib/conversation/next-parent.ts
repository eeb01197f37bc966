import type { Id } from "#contracts/ids.ts";
import type { ConversationState } from "./conversation-state.ts";

/**
 * The message that a next question follows: the last one shown that the server has. What did not
 * get through has no place there, so nothing can follow it.
 */
export function nextParent({ messages, deliveries, leafId }: ConversationState): Id | null {
  const isStored = (id: Id): boolean => messages[id] !== undefined && deliveries[id]?.state !== "failed";
  let id = leafId;
  while (id !== null && !isStored(id)) {
    const message = messages[id];
    if (!message) return null;
    const sibling = message.role === "assistant" ? message.siblingIds.findLast(isStored) : undefined;
    if (sibling !== undefined) return sibling;
    const parent = message.parentId === null ? undefined : messages[message.parentId];
    // Without any stored answer, a question that waits for one is not followed by another question.
    id = message.role === "assistant" && parent ? parent.parentId : message.parentId;
  }
  return id;
}
