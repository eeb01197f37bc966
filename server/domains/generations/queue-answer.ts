import type { Actor, ServerContext } from "#server/context.ts";
import {
  type BegunTurn,
  type RegenerateAnswer,
  regenerateAnswer,
  type SendMessage,
  sendMessage,
} from "#server/domains/messages/index.ts";
import { toAppError } from "#server/errors.ts";
import { announceConversation } from "./announce-conversation.ts";

type Needs = Pick<
  ServerContext,
  "clock" | "contextCache" | "conversations" | "generationQueue" | "logger" | "messages" | "userChannel"
>;

/** Takes a person's message without a socket; as `queueTurn`. Throws AppError `not-found`, `busy`, `conflict` or `invalid-input`, and then nothing is written. */
export async function queueMessage(ctx: Needs, actor: Pick<Actor, "userId">, input: SendMessage): Promise<void> {
  return queueTurn(ctx, actor.userId, await sendMessage(ctx, actor, { ...input, state: "queued" }));
}

/** Asks for another answer without a socket; as `queueTurn`, and throws as `queueMessage`. */
export async function queueAnswer(ctx: Needs, actor: Pick<Actor, "userId">, input: RegenerateAnswer): Promise<void> {
  return queueTurn(ctx, actor.userId, await regenerateAnswer(ctx, actor, { ...input, state: "queued" }));
}

/**
 * Makes the turn durable and offers its generation to a process that writes; who watches the conversation sees it come.
 * Null, a turn that is there already: nothing is done. Safe to repeat.
 */
async function queueTurn(ctx: Needs, userId: string, begun: BegunTurn | null): Promise<void> {
  if (!begun || !(await begun.committed)) return;
  const { conversationId, generationId } = begun.turn;
  await ctx.generationQueue.offer({ userId, generationId }).catch((error: unknown) => {
    // It is durable, and found in the database a little later.
    ctx.logger.warn({ generationId, error: toAppError(error) }, "a generation could not be offered");
  });
  await ctx.userChannel.publish(userId, { type: "generation-started", conversationId, generationId });
  await announceConversation(ctx, userId, conversationId);
}
