import type { Actor } from "#server/context.ts";
import { type RegenerateAnswer, regenerateAnswer } from "#server/domains/messages/index.ts";
import { answerTurn, type AnsweredTurn, type AnswerNeeds } from "./answer-turn.ts";

/** Another answer to the same message, on a branch of its own; the rest is as in `answerMessage`. Safe to repeat. */
export async function answerAgain(
  ctx: AnswerNeeds,
  actor: Pick<Actor, "userId">,
  input: RegenerateAnswer,
): Promise<AnsweredTurn> {
  const begun = await regenerateAnswer(ctx, actor, input);
  const { conversationId, generationId, answerId } = input;
  return answerTurn(ctx, actor.userId, { begun, names: { conversationId, generationId, ids: [answerId] } });
}
