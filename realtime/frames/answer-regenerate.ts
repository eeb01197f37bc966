import type { ClientFrameOf } from "#contracts/socket-frames.ts";
import { answerAgain } from "#server/domains/generations/index.ts";
import type { Connection } from "#realtime/connection.ts";
import type { Gateway } from "#realtime/gateway.ts";
import { showTurn } from "#realtime/show-turn.ts";

/** Asks for another answer; the sender follows the conversation from then on. */
export async function handleAnswerRegenerate(
  gateway: Gateway,
  sender: Connection,
  frame: ClientFrameOf<"answer.regenerate">,
) {
  const { requestId, conversationId } = frame;
  const turn = await answerAgain(gateway.context, sender.actor, frame);
  sender.send({ type: "ack", requestId });
  await showTurn(gateway, sender, { conversationId, turn });
}
