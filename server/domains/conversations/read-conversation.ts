import type { Actor, ServerContext } from "#server/context.ts";
import { publishConversation } from "./publish-conversation.ts";

type Needs = Pick<ServerContext, "conversations" | "userChannel">;

/** Writes down that the person has seen the conversation up to now, and tells their open pages. No error where there is none. Safe to repeat. */
export async function readConversation(
  ctx: Needs,
  actor: Pick<Actor, "userId">,
  conversationId: string,
): Promise<void> {
  if (await ctx.conversations.markRead(actor.userId, conversationId)) {
    await publishConversation(ctx, actor.userId, conversationId);
  }
}
