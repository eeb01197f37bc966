import type { ConversationSummary } from "#contracts/conversation.ts";
import type { ServerContext } from "#server/context.ts";
import { requireConversation } from "./policy.ts";
import { presentConversation } from "./presenter.ts";

type Needs = Pick<ServerContext, "conversations">;

/** The person's conversation. Throws AppError `not-found` where it is missing, deleted or somebody else's. */
export async function getConversation(
  ctx: Needs,
  userId: string,
  conversationId: string,
): Promise<ConversationSummary> {
  return presentConversation(requireConversation(await ctx.conversations.find(userId, conversationId)));
}
