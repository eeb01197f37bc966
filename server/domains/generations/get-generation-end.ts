import type { ServerContext } from "#server/context.ts";
import { findMessages } from "#server/domains/messages/index.ts";
import type { GenerationEnd } from "./generation.ts";
import { toEnd } from "./presenter.ts";

type Needs = Pick<ServerContext, "generations" | "messages">;

/** How a generation of this person ended, from what is stored; null where there is none or it still runs. */
export async function getGenerationEnd(
  ctx: Needs,
  userId: string,
  generationId: string,
): Promise<GenerationEnd | null> {
  const generation = await ctx.generations.find(userId, generationId);
  if (!generation || generation.status === "running" || generation.status === "queued") return null;
  const { conversationId, answerId, seq } = generation;
  const [message] = await findMessages(ctx, userId, { conversationId, ids: [answerId] });
  return message ? toEnd(generationId, seq, message) : null;
}
