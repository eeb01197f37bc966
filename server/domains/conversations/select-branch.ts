import type { Actor, ServerContext } from "#server/context.ts";
import { requireConversation } from "./policy.ts";
import { publishConversation } from "./publish-conversation.ts";

type Needs = Pick<ServerContext, "conversations" | "userChannel">;

/**
 * Turns to the branch that goes through `messageId`: its newest leaf becomes the conversation's
 * current one. Throws AppError `not-found` where the conversation has no such message. Safe to repeat.
 */
export async function selectBranch(
  ctx: Needs,
  actor: Pick<Actor, "userId">,
  input: { id: string; messageId: string },
): Promise<{ currentLeafId: string }> {
  const { userId } = actor;
  const currentLeafId = requireConversation(await ctx.conversations.selectBranch(userId, input.id, input.messageId));
  await publishConversation(ctx, userId, input.id);
  return { currentLeafId };
}
