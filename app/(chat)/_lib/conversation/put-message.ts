import type { Id } from "#contracts/ids.ts";
import type { Message } from "#contracts/message.ts";

/**
 * The tree with a message added, or replaced by id. The siblings it names learn of each other; an
 * answer that is over is never turned back into a running one by a frame that came late.
 */
export function putMessage(messages: Readonly<Record<Id, Message>>, message: Message): Readonly<Record<Id, Message>> {
  const known = messages[message.id];
  if (known && isOutOfDate(message, known)) return messages;
  const siblingIds = unite(known?.siblingIds ?? [], message.siblingIds, message.id);
  const next: Record<Id, Message> = { ...messages, [message.id]: { ...message, siblingIds } };
  for (const id of siblingIds) {
    const sibling = next[id];
    if (sibling && sibling.siblingIds.length < siblingIds.length) next[id] = { ...sibling, siblingIds };
  }
  return next;
}

/** Of one generation the end is the newest; an answer that is continued gets another generation, with a later id. */
function isOutOfDate(message: Message, known: Message): boolean {
  if (message.generationId === known.generationId) return known.status !== "running" && message.status === "running";
  return (message.generationId ?? "") < (known.generationId ?? "");
}

/** Ids are time-ordered, so their order is the order in which the branches were made. */
function unite(known: readonly Id[], told: readonly Id[], own: Id): Id[] {
  return [...new Set([...known, ...told, own])].toSorted();
}
