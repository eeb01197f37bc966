import type { ServerContext } from "#server/context.ts";
import { publishConversation } from "#server/domains/conversations/index.ts";
import { toAppError } from "#server/errors.ts";

type Needs = Pick<ServerContext, "conversations" | "logger" | "userChannel">;

/** Tells the person's open pages what became of a conversation. Only a hint, so it never throws; a deleted conversation is no fault. */
export async function announceConversation(ctx: Needs, userId: string, conversationId: string): Promise<void> {
  try {
    await publishConversation(ctx, userId, conversationId);
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.code !== "not-found") ctx.logger.warn({ conversationId, error }, "open pages were not told of a change");
  }
}
