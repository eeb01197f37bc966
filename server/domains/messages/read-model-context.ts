import type { MessagePart } from "#contracts/message.ts";
import type { ServerContext } from "#server/context.ts";

type Needs = Pick<ServerContext, "messages">;

/** One turn as a model reads it. */
export type ModelTurn = { role: "user" | "assistant"; text: string };

/** A branch by its end, and what the person just wrote under it. `leafId` null: nothing is above it. */
type Branch = { conversationId: string; leafId: string | null; added: readonly MessagePart[] };

/** The most that is read of a conversation for a model; a model with less room is cut by its provider. */
const MESSAGES_MAX = 400;
const CHARACTERS_MAX = 400_000;

/**
 * The branch and what was added to it as a model reads it, oldest first: at most 400 messages and
 * about 400,000 characters from its end. Begins with a person's turn.
 */
export async function readModelContext(ctx: Needs, userId: string, branch: Branch): Promise<ModelTurn[]> {
  const { conversationId, leafId, added } = branch;
  const bounds = { messagesMax: MESSAGES_MAX, charactersMax: CHARACTERS_MAX };
  const above = leafId ? await ctx.messages.readBranch(userId, { conversationId, leafId, ...bounds }) : [];
  const first = above.findIndex(({ role }) => role === "user");
  const turns = above
    .slice(first === -1 ? above.length : first)
    .map(({ role, parts }) => ({ role, text: toText(parts) }));
  return added.length === 0 ? turns : [...turns, { role: "user", text: toText(added) }];
}

function toText(parts: readonly MessagePart[]): string {
  return parts.flatMap((part) => (part.type === "text" || part.type === "refusal" ? [part.text] : [])).join("\n\n");
}
