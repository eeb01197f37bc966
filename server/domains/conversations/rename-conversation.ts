import type { ConversationSummary } from "#contracts/conversation.ts";
import type { Actor, ServerContext } from "#server/context.ts";
import { requireConversation } from "./policy.ts";
import { publishConversation } from "./publish-conversation.ts";

type Needs = Pick<ServerContext, "conversations" | "userChannel">;

/** Gives the person's own title, which no model replaces. Throws AppError `not-found`. Safe to repeat. */
export async function renameConversation(
  ctx: Needs,
  actor: Pick<Actor, "userId">,
  input: { id: string; title: string },
): Promise<ConversationSummary> {
  requireConversation((await ctx.conversations.rename(actor.userId, input.id, input.title)) || null);
  return publishConversation(ctx, actor.userId, input.id);
}
