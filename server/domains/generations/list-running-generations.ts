import type { ServerContext } from "#server/context.ts";
import { getConversation } from "#server/domains/conversations/index.ts";
import type { GenerationRecord } from "./generation.ts";

type Needs = Pick<ServerContext, "generations" | "conversations">;

/** What runs in the person's conversation, oldest first. Throws AppError `not-found` where there is no such conversation. */
export async function listRunningGenerations(
  ctx: Needs,
  userId: string,
  conversationId: string,
): Promise<GenerationRecord[]> {
  const [running] = await Promise.all([
    ctx.generations.listRunning(userId, conversationId),
    getConversation(ctx, userId, conversationId),
  ]);
  return running;
}
