import type { Id } from "#contracts/ids.ts";
import type { Message } from "#contracts/message.ts";

/** Where the view goes when the tree has grown to `candidateId`: there when it continues what is shown, else nowhere. */
export function followLeaf(messages: Readonly<Record<Id, Message>>, leafId: Id | null, candidateId: Id): Id {
  if (leafId === null) return candidateId;
  const seen = new Set<Id>();
  for (let next = messages[candidateId]; next && !seen.has(next.id);) {
    if (next.id === leafId) return candidateId;
    seen.add(next.id);
    const parentId: Id | null = next.parentId;
    next = parentId === null ? undefined : messages[parentId];
  }
  return leafId;
}
