import type { MessagePart } from "#contracts/message.ts";
import type { ServerContext } from "#server/context.ts";
import type { BranchName, ContextTurn } from "#server/ports/context-cache.ts";
import { CHARACTERS_MAX, MESSAGES_MAX, toTurnText } from "./model-turn.ts";

type Needs = Pick<ServerContext, "messages" | "contextCache">;

/** A branch by its end, and what the person just wrote under it. `leafId` null: nothing is above it. */
type Branch = { conversationId: string; leafId: string | null; added: readonly MessagePart[] };

/**
 * The branch and what was added to it as a model reads it, oldest first: at most 400 messages and
 * about 400,000 characters from its end. Begins with a person's turn. The leaf must have ended.
 */
export async function readModelContext(ctx: Needs, userId: string, branch: Branch): Promise<ContextTurn[]> {
  const { conversationId, leafId, added } = branch;
  const name = leafId === null ? null : { userId, conversationId, leafId };
  const turns = name ? await ctx.contextCache.read(name, () => climb(ctx, name)) : [];
  return added.length === 0 ? turns : [...turns, { role: "user", text: toTurnText(added) }];
}

async function climb(ctx: Needs, { userId, conversationId, leafId }: BranchName): Promise<ContextTurn[]> {
  const bounds = { messagesMax: MESSAGES_MAX, charactersMax: CHARACTERS_MAX };
  const above = await ctx.messages.readBranch(userId, { conversationId, leafId, ...bounds });
  const first = above.findIndex(({ role }) => role === "user");
  return above.slice(first === -1 ? above.length : first).map(({ role, parts }) => ({ role, text: toTurnText(parts) }));
}
