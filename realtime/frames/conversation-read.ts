import type { ClientFrameOf } from "#contracts/socket-frames.ts";
import { readConversation } from "#server/domains/conversations/index.ts";
import type { Connection } from "#realtime/connection.ts";
import type { Gateway } from "#realtime/gateway.ts";

/** The person has seen the conversation up to now. */
export async function handleConversationRead(
  { context }: Gateway,
  viewer: Connection,
  { requestId, conversationId }: ClientFrameOf<"conversation.read">,
) {
  await readConversation(context, viewer.actor, conversationId);
  viewer.send({ type: "ack", requestId });
}
