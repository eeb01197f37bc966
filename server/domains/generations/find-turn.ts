import type { Message } from "#contracts/message.ts";
import type { ServerContext } from "#server/context.ts";
import { findMessages } from "#server/domains/messages/index.ts";
import type { GenerationRecord } from "./generation.ts";

type Needs = Pick<ServerContext, "generations" | "messages">;

/** A generation of this person with the message that it answers and the answer, as stored; null where there is none. */
export async function findTurn(
  ctx: Needs,
  userId: string,
  generationId: string,
): Promise<{ record: GenerationRecord; messages: Message[] } | null> {
  const record = await ctx.generations.find(userId, generationId);
  if (!record) return null;
  const { conversationId, parentId, answerId } = record;
  return { record, messages: await findMessages(ctx, userId, { conversationId, ids: [parentId, answerId] }) };
}
