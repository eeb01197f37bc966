import type { ClientFrameOf } from "#contracts/socket-frames.ts";
import type { Connection } from "#realtime/connection.ts";
import { follow } from "#realtime/follow.ts";
import type { Gateway } from "#realtime/gateway.ts";

/** Follows a conversation of the person. */
export async function handleConversationSubscribe(
  gateway: Gateway,
  viewer: Connection,
  { requestId, conversationId, cursors, since }: ClientFrameOf<"conversation.subscribe">,
) {
  // Taken before the look: what happens meanwhile is told the next time.
  const at = gateway.context.clock.now().toISOString();
  await follow(gateway, viewer, { conversationId, cursors, since });
  viewer.send({ type: "ack", requestId, at });
}
