import type { Actor, ServerContext } from "#server/context.ts";

type Needs = Pick<ServerContext, "conversations" | "contextCache" | "userChannel" | "clock">;

/**
 * Hides the conversation; for 30 days `restoreConversation` brings it back, then it is gone. Safe to
 * repeat, and no error where there is nothing to delete.
 */
export async function deleteConversation(
  ctx: Needs,
  actor: Pick<Actor, "userId">,
  input: { id: string },
): Promise<void> {
  const isChanged = await ctx.conversations.delete(actor.userId, input.id, ctx.clock.now());
  if (!isChanged) return;
  await ctx.contextCache.forget(actor.userId, input.id);
  await ctx.userChannel.publish(actor.userId, { type: "conversation-deleted", conversationId: input.id });
}
