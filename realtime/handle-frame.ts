import type { ClientFrame } from "#contracts/socket-frames.ts";
import type { Connection } from "./connection.ts";
import { handleAccountSync } from "./frames/account-sync.ts";
import { handleAnswerContinue } from "./frames/answer-continue.ts";
import { handleAnswerRegenerate } from "./frames/answer-regenerate.ts";
import { handleAnswerReread } from "./frames/answer-reread.ts";
import { handleConversationRead } from "./frames/conversation-read.ts";
import { handleConversationSubscribe } from "./frames/conversation-subscribe.ts";
import { handleConversationUnsubscribe } from "./frames/conversation-unsubscribe.ts";
import { handleGenerationStop } from "./frames/generation-stop.ts";
import { handleHello } from "./frames/hello.ts";
import { handleMessageSend } from "./frames/message-send.ts";
import type { Gateway } from "./gateway.ts";

/** Does what one frame asks, and answers it. Throws AppError where it is refused. */
export async function handleFrame(gateway: Gateway, sender: Connection, frame: ClientFrame): Promise<void> {
  switch (frame.type) {
    case "hello":
      return handleHello(gateway, sender, frame);
    case "account.sync":
      return handleAccountSync(gateway, sender, frame);
    case "message.send":
      return handleMessageSend(gateway, sender, frame);
    case "answer.regenerate":
      return handleAnswerRegenerate(gateway, sender, frame);
    case "answer.continue":
      return handleAnswerContinue(gateway, sender, frame);
    case "answer.reread":
      return handleAnswerReread(gateway, sender, frame);
    case "generation.stop":
      return handleGenerationStop(gateway, sender, frame);
    case "conversation.subscribe":
      return handleConversationSubscribe(gateway, sender, frame);
    case "conversation.unsubscribe":
      return handleConversationUnsubscribe(gateway, sender, frame);
    case "conversation.read":
      return handleConversationRead(gateway, sender, frame);
  }
}
