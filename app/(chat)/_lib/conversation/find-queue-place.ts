import type { Id } from "#contracts/ids.ts";
import type { Message } from "#contracts/message.ts";
import type { ConversationState } from "./conversation-state.ts";
import { newestLeaf } from "./newest-leaf.ts";

/**
 * Where the first one of the queue may go. `waits`: an answer is being written there. `held`: it did not end whole, so
 * the person decides. `ready`: below `answerId`.
 */
type QueuePlace = { state: "waits" } | { state: "held" } | { state: "ready"; answerId: Id };

/**
 * The queue goes on at the end of the branch below the answer that it waits for, whatever another device has asked there
 * meanwhile; null when nothing is queued.
 */
export function findQueuePlace({ queue, messages }: ConversationState): QueuePlace | null {
  const [first] = queue;
  if (!first) return null;
  const awaited = first.parentId === null ? undefined : messages[first.parentId];
  // Asked first: it says no most of the time, and the whole tree is looked through behind it.
  if (awaited?.status === "running") return { state: "waits" };
  const end = awaited && messages[newestLeaf(messages, awaited.id)];
  if (end && isToCome(end)) return { state: "waits" };
  const isWhole = end?.status === "ended" && end.finishReason !== "length";
  return isWhole ? { state: "ready", answerId: end.id } : { state: "held" };
}

/** A question is told before its answer. */
function isToCome({ role, status }: Message): boolean {
  return role === "user" || status === "running";
}
