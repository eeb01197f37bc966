import type { ClientFrameOf } from "#contracts/socket-frames.ts";
import { answerMessage } from "#server/domains/generations/index.ts";
import type { Connection } from "#realtime/connection.ts";
import type { Gateway } from "#realtime/gateway.ts";
import { showTurn } from "#realtime/show-turn.ts";

/** Takes a person's message; the sender follows the conversation from then on. */
export async function handleMessageSend(gateway: Gateway, sender: Connection, frame: ClientFrameOf<"message.send">) {
  const { requestId, conversationId } = frame;
  const turn = await answerMessage(gateway.context, sender.actor, frame);
  sender.send({ type: "ack", requestId });
  await showTurn(gateway, sender, { conversationId, turn });
}
