import type { Actor, ServerContext } from "#server/context.ts";

type Needs = Pick<
  ServerContext,
  "conversations" | "contextCache" | "generations" | "liveGenerations" | "userChannel" | "clock"
>;

/**
 * Hides the conversation; for 30 days `restoreConversation` brings it back, then it is gone. What is being written in it is
 * stopped, wherever it runs. Safe to repeat, and no error where there is nothing to delete.
 */
export async function deleteConversation(
  ctx: Needs,
  actor: Pick<Actor, "userId">,
  input: { id: string },
): Promise<void> {
  const { userId } = actor;
  if (await ctx.conversations.delete(userId, input.id, ctx.clock.now())) {
    await ctx.contextCache.forget(userId, input.id);
    await ctx.userChannel.publish(userId, { type: "conversation-deleted", conversationId: input.id });
  }
  // Nothing begins here any more. Also where it was deleted already: whoever did that may have died on the way.
  await stopAnswers(ctx, userId, input.id);
}

async function stopAnswers(ctx: Needs, userId: string, conversationId: string): Promise<void> {
  for (const { id: generationId } of await ctx.generations.requestStopIn(userId, conversationId)) {
    const live = ctx.liveGenerations.find(userId, generationId);
    if (live) live.halt("stopped");
    else await ctx.userChannel.publish(userId, { type: "generation-stop-requested", generationId });
  }
}
