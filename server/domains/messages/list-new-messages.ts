import type { Message } from "#contracts/message.ts";
import type { ServerContext } from "#server/context.ts";
import { OVERLAP_MS } from "#server/domains/conversations/index.ts";
import { presentMessage } from "./presenter.ts";

type Needs = Pick<ServerContext, "messages">;

/** More than this is read anew at less cost than it is told. */
const MESSAGES_MAX = 100;

/**
 * The messages of the conversation's present branch that were written or ended since `since`, oldest first; what happened up to ten
 * seconds before may be said again. Null where there are more than 100 of them.
 */
export async function listNewMessages(
  ctx: Needs,
  userId: string,
  { conversationId, since }: { conversationId: string; since: Date },
): Promise<Message[] | null> {
  const from = since.getTime() - OVERLAP_MS;
  const branch = { conversationId, before: null, limit: MESSAGES_MAX + 1 };
  const nodes = await ctx.messages.listBranch(userId, branch);
  const fresh = nodes.filter(({ createdAt, endedAt }) => Math.max(createdAt.getTime(), endedAt?.getTime() ?? 0) > from);
  return fresh.length > MESSAGES_MAX ? null : fresh.map(presentMessage);
}
