import type { ConversationSummary } from "#contracts/conversation.ts";
import type { ServerContext } from "#server/context.ts";
import { getConversation } from "./get-conversation.ts";

type Needs = Pick<ServerContext, "conversations" | "userChannel">;

/**
 * Reads the conversation as it is now, tells the person's open pages and returns it. Call it after
 * the commit. Throws AppError `not-found` where there is none.
 */
export async function publishConversation(
  ctx: Needs,
  userId: string,
  conversationId: string,
): Promise<ConversationSummary> {
  const conversation = await getConversation(ctx, userId, conversationId);
  await ctx.userChannel.publish(userId, { type: "conversation-put", conversation });
  return conversation;
}
