import type { ClientFrameOf } from "#contracts/socket-frames.ts";
import type { Connection } from "#realtime/connection.ts";
import type { Gateway } from "#realtime/gateway.ts";

/** Follows a conversation no more; no error where it did not. */
export function handleConversationUnsubscribe(
  gateway: Gateway,
  viewer: Connection,
  { requestId, conversationId }: ClientFrameOf<"conversation.unsubscribe">,
) {
  gateway.rooms.leave(viewer, conversationId);
  viewer.send({ type: "ack", requestId });
}
