import type { ConversationSummary } from "#contracts/conversation.ts";
import type { Actor, ServerContext } from "#server/context.ts";
import { requireConversation } from "./policy.ts";
import { publishConversation } from "./publish-conversation.ts";

type Needs = Pick<ServerContext, "conversations" | "userChannel">;

/** Undoes a deletion of the last 30 days. Throws AppError `not-found` after that. Safe to repeat. */
export async function restoreConversation(
  ctx: Needs,
  actor: Pick<Actor, "userId">,
  input: { id: string },
): Promise<ConversationSummary> {
  requireConversation((await ctx.conversations.restore(actor.userId, input.id)) || null);
  return publishConversation(ctx, actor.userId, input.id);
}
