import type { Actor } from "#server/context.ts";
import { type SendMessage, sendMessage } from "#server/domains/messages/index.ts";
import { answerTurn, type AnsweredTurn, type AnswerNeeds } from "./answer-turn.ts";

/**
 * Takes a person's message and answers it: checks, makes it durable while the model is dialled, and
 * returns when it is durable; the answer goes on in this process, whoever looks. Safe to repeat.
 * Throws AppError `not-found`, `busy`, `conflict` or `invalid-input`, and then nothing is written.
 */
export async function answerMessage(
  ctx: AnswerNeeds,
  actor: Pick<Actor, "userId">,
  input: SendMessage,
): Promise<AnsweredTurn> {
  const begun = await sendMessage(ctx, actor, input);
  const { conversationId, generationId, messageId, answerId } = input;
  return answerTurn(ctx, actor.userId, { begun, names: { conversationId, generationId, ids: [messageId, answerId] } });
}
