import type { ClientFrameOf } from "#contracts/socket-frames.ts";
import type { Connection } from "#realtime/connection.ts";
import { follow } from "#realtime/follow.ts";
import type { Gateway } from "#realtime/gateway.ts";

/** Follows a conversation of the person. */
export async function handleConversationSubscribe(
  gateway: Gateway,
  viewer: Connection,
  { requestId, conversationId, cursors }: ClientFrameOf<"conversation.subscribe">,
) {
  await follow(gateway, viewer, { conversationId, cursors });
  viewer.send({ type: "ack", requestId });
}
