import type { ConversationSummary } from "#contracts/conversation.ts";
import type { Actor, ServerContext } from "#server/context.ts";
import { writeListCursor, type ListCursor } from "./list-cursor.ts";
import { presentConversation } from "./presenter.ts";

type Needs = Pick<ServerContext, "conversations">;
type Page = { items: ConversationSummary[]; nextCursor: string | null };

/** A page of the person's conversations, the one that changed last first. `nextCursor` null: there are no more. */
export async function listConversations(
  ctx: Needs,
  actor: Pick<Actor, "userId">,
  input: { cursor?: ListCursor | undefined; limit: number },
): Promise<Page> {
  const found = await ctx.conversations.list(actor.userId, input.cursor ?? null, input.limit + 1);
  const items = found.slice(0, input.limit);
  const last = items.at(-1);
  return {
    items: items.map(presentConversation),
    nextCursor: last && found.length > items.length ? writeListCursor(last) : null,
  };
}
