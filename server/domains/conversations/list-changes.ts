import type { ConversationSummary } from "#contracts/conversation.ts";
import type { Actor, ServerContext } from "#server/context.ts";
import { presentConversation } from "./presenter.ts";

type Needs = Pick<ServerContext, "conversations">;

/** What changed in a person's list. `isComplete` false: more than is said here, so read the list anew. */
type Changes = { conversations: ConversationSummary[]; deletedIds: string[]; isComplete: boolean };

/** More than this is read anew at less cost than it is told. */
const CHANGES_MAX = 200;

/** A change may become visible so much later than its time says: its transaction was under way, or a clock is off. */
export const OVERLAP_MS = 10_000;

/** What happened in the person's list of conversations since `since`; what happened up to ten seconds before may be said again. */
export async function listChanges(ctx: Needs, actor: Pick<Actor, "userId">, since: Date): Promise<Changes> {
  const from = new Date(since.getTime() - OVERLAP_MS);
  const { changed, deletedIds } = await ctx.conversations.listChanges(actor.userId, from, CHANGES_MAX + 1);
  const isComplete = changed.length + deletedIds.length <= CHANGES_MAX;
  return isComplete
    ? { conversations: changed.map(presentConversation), deletedIds, isComplete }
    : { conversations: [], deletedIds: [], isComplete };
}
