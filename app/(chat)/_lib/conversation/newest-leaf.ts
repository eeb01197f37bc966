import type { Id } from "#contracts/ids.ts";
import type { Message } from "#contracts/message.ts";

/** The newest loaded message below `messageId` that nothing follows; `messageId` itself when nothing loaded follows it. */
export function newestLeaf(messages: Readonly<Record<Id, Message>>, messageId: Id): Id {
  const newestChild = new Map<Id, Id>();
  for (const message of Object.values(messages)) {
    if (message.parentId === null) continue;
    const known = newestChild.get(message.parentId);
    if (known === undefined || known < message.id) newestChild.set(message.parentId, message.id);
  }
  let leafId = messageId;
  for (let child = newestChild.get(leafId); child !== undefined; child = newestChild.get(leafId)) leafId = child;
  return leafId;
}
