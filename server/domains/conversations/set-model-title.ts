import { CONVERSATION_TITLE_LENGTH_MAX } from "#contracts/conversation.ts";
import type { ServerContext } from "#server/context.ts";
import { publishConversation } from "./publish-conversation.ts";
import { titleFromText } from "./title-from-text.ts";

type Needs = Pick<ServerContext, "conversations" | "userChannel">;

/**
 * Gives the title that a model made, cleaned, and tells the person's open pages. Changes nothing
 * where a model or the person already gave one, or the conversation is gone. Safe to repeat.
 */
export async function setModelTitle(ctx: Needs, userId: string, given: { conversationId: string; title: string }) {
  const title = titleFromText(given.title).slice(0, CONVERSATION_TITLE_LENGTH_MAX);
  const isChanged = await ctx.conversations.setModelTitle(userId, given.conversationId, title);
  if (isChanged) await publishConversation(ctx, userId, given.conversationId);
}
