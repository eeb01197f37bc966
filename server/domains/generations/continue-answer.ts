import type { ClientFrameOf } from "#contracts/socket-frames.ts";
import type { Message } from "#contracts/message.ts";
import type { Actor } from "#server/context.ts";
import { findMessages } from "#server/domains/messages/index.ts";
import { AppError } from "#server/errors.ts";
import { announceConversation } from "./announce-conversation.ts";
import type { AnsweredTurn, AnswerNeeds } from "./answer-turn.ts";
import type { GenerationRecord } from "./generation.ts";
import { goOn } from "./go-on.ts";
import { requireUnfinished } from "./policy.ts";

/** Which answer to go on with, whatever carried the wish. */
export type ContinueAnswer = Omit<ClientFrameOf<"answer.continue">, "type" | "requestId">;

/**
 * Goes on with an answer that is over and not whole, in this process, and returns when that is durable. Safe to repeat.
 * Throws AppError `not-found`, or `conflict` where there is nothing to go on with.
 */
export async function continueAnswer(
  ctx: AnswerNeeds,
  actor: Pick<Actor, "userId">,
  input: ContinueAnswer,
): Promise<AnsweredTurn> {
  const { userId } = actor;
  const { conversationId, generationId: id, modelId } = input;
  const names = { conversationId, ids: [input.answerId] };
  const [answer] = await findMessages(ctx, userId, names);
  if (answer?.generationId === id) return { isNew: false, messages: [answer], generation: null };
  const { parentId, formerGenerationId, ...answerId } = requireUnfinished(answer);
  const record: GenerationRecord = {
    userId,
    id,
    conversationId,
    ...answerId,
    parentId,
    modelId,
    epoch: 1,
    createdAt: ctx.clock.now(),
  };
  if (!(await ctx.generations.beginAgain(record, formerGenerationId))) return begunElsewhere(ctx, record);
  await goOn(ctx, { record, reason: "asked", silentMs: 0, isStopRequested: false });
  void ctx.userChannel.publish(userId, { type: "generation-started", conversationId, generationId: id });
  void announceConversation(ctx, userId, conversationId);
  return {
    isNew: true,
    messages: await findMessages(ctx, userId, names),
    generation: ctx.liveGenerations.find(userId, id),
  };
}

/** The same wish came twice at once: one of them began it. */
async function begunElsewhere(
  ctx: AnswerNeeds,
  { userId, id, conversationId, answerId }: GenerationRecord,
): Promise<AnsweredTurn> {
  const messages: Message[] = await findMessages(ctx, userId, { conversationId, ids: [answerId] });
  if (messages[0]?.generationId !== id) throw new AppError("conflict", { message: "the answer changed meanwhile" });
  return { isNew: false, messages, generation: null };
}
