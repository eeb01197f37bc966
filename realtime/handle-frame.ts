import type { ClientFrame } from "#contracts/socket-frames.ts";
import type { Connection } from "./connection.ts";
import { handleAnswerRegenerate } from "./frames/answer-regenerate.ts";
import { handleConversationSubscribe } from "./frames/conversation-subscribe.ts";
import { handleConversationUnsubscribe } from "./frames/conversation-unsubscribe.ts";
import { handleGenerationStop } from "./frames/generation-stop.ts";
import { handleMessageSend } from "./frames/message-send.ts";
import type { Gateway } from "./gateway.ts";

/** Does what one frame asks, and answers it. Throws AppError where it is refused. */
export async function handleFrame(gateway: Gateway, sender: Connection, frame: ClientFrame): Promise<void> {
  switch (frame.type) {
    case "message.send":
      return handleMessageSend(gateway, sender, frame);
    case "answer.regenerate":
      return handleAnswerRegenerate(gateway, sender, frame);
    case "generation.stop":
      return handleGenerationStop(gateway, sender, frame);
    case "conversation.subscribe":
      return handleConversationSubscribe(gateway, sender, frame);
    case "conversation.unsubscribe":
      return handleConversationUnsubscribe(gateway, sender, frame);
  }
}
