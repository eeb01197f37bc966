import type { ClientFrameOf } from "#contracts/socket-frames.ts";
import { listChanges } from "#server/domains/conversations/index.ts";
import type { Connection } from "#realtime/connection.ts";
import type { Gateway } from "#realtime/gateway.ts";

/** Tells what changed in the person's list of conversations while nobody told them. */
export async function handleAccountSync(
  { context }: Gateway,
  viewer: Connection,
  { requestId, since }: ClientFrameOf<"account.sync">,
) {
  // Taken before the look: what changes meanwhile is told the next time.
  const at = context.clock.now().toISOString();
  if (since !== null) {
    const { conversations, deletedIds, isComplete } = await listChanges(context, viewer.actor, new Date(since));
    for (const conversation of conversations) viewer.send({ type: "conversation.put", conversation });
    for (const conversationId of deletedIds) viewer.send({ type: "conversation.delete", conversationId });
    if (!isComplete) viewer.send({ type: "account.stale" });
  }
  viewer.send({ type: "ack", requestId, at });
}
