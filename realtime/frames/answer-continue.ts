import type { ClientFrameOf } from "#contracts/socket-frames.ts";
import { continueAnswer } from "#server/domains/generations/index.ts";
import type { Connection } from "#realtime/connection.ts";
import type { Gateway } from "#realtime/gateway.ts";
import { showTurn } from "#realtime/show-turn.ts";

/** Goes on with an answer that is not whole; the sender follows the conversation from then on. */
export async function handleAnswerContinue(
  gateway: Gateway,
  sender: Connection,
  frame: ClientFrameOf<"answer.continue">,
) {
  const { requestId, conversationId } = frame;
  const turn = await continueAnswer(gateway.context, sender.actor, frame);
  sender.send({ type: "ack", requestId });
  await showTurn(gateway, sender, { conversationId, turn });
}
