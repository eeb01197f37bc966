import type { ClientFrameOf } from "#contracts/socket-frames.ts";
import { findMessages } from "#server/domains/messages/index.ts";
import { AppError } from "#server/errors.ts";
import type { Connection } from "#realtime/connection.ts";
import type { Gateway } from "#realtime/gateway.ts";

/** Sends an answer as it is stored to a view that shows something else. It should never happen, so it is logged. */
export async function handleAnswerReread(
  { context }: Gateway,
  viewer: Connection,
  { requestId, conversationId, answerId }: ClientFrameOf<"answer.reread">,
) {
  const names = { conversationId, ids: [answerId] };
  const [message] = await findMessages(context, viewer.actor.userId, names);
  if (!message) throw new AppError("not-found");
  context.logger.warn({ conversationId, answerId }, "a page showed another answer than is stored");
  viewer.send({ type: "message.put", message });
  viewer.send({ type: "ack", requestId });
}
