import type { Message } from "#contracts/message.ts";
import type { Actor, ServerContext } from "#server/context.ts";
import { getConversation } from "#server/domains/conversations/index.ts";
import { presentMessage } from "./presenter.ts";
import type { ListMessages } from "./schema.ts";

type Needs = Pick<ServerContext, "messages" | "conversations" | "clock">;
/** `at`: from when on a view of this page asks what it missed. */
type Page = { messages: Message[]; hasEarlier: boolean; at: string };

/**
 * The end of the branch that the conversation stands on (or what stands above `before`), oldest
 * first. Costs the same in a conversation of any length. The content of an answer that is still
 * being written is empty here: it comes over the socket. Throws AppError `not-found`.
 */
export async function listMessages(ctx: Needs, actor: Pick<Actor, "userId">, input: ListMessages): Promise<Page> {
  const { conversationId, limit } = input;
  const at = ctx.clock.now().toISOString();
  const [found] = await Promise.all([
    ctx.messages.listBranch(actor.userId, { conversationId, before: input.before ?? null, limit: limit + 1 }),
    getConversation(ctx, actor.userId, conversationId),
  ]);
  return { messages: found.slice(-limit).map(presentMessage), hasEarlier: found.length > limit, at };
}
