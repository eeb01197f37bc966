import type { Message } from "#contracts/message.ts";
import type { ServerContext } from "#server/context.ts";
import type { ContextTurn } from "#server/ports/context-cache.ts";
import { persist } from "#server/persist.ts";
import type { MessageNode, NewTurn, Place, PlaceNames } from "./message.ts";
import { isRepeated, requirePlace } from "./policy.ts";
import { presentMessage } from "./presenter.ts";
import { readModelContext } from "./read-model-context.ts";

type Needs = Pick<ServerContext, "messages" | "contextCache">;

/** A turn that was let in and is being written: whoever runs the model can dial meanwhile. */
export type BegunTurn = {
  turn: NewTurn;
  /** The messages as every view of the conversation shows them. */
  messages: Message[];
  /** Resolves after the commit; false when another request had written the same turn. */
  committed: Promise<boolean>;
  /** What the model reads: the branch and what the person just wrote. Waits for a database that is away until `signal` aborts. */
  readContext: (signal: AbortSignal) => Promise<ContextTurn[]>;
};

/** Looks, lets in or refuses, and starts the commit. Null when the turn is there already: then there is nothing to begin. */
export async function beginTurn(ctx: Needs, userId: string, turn: NewTurn): Promise<BegunTurn | null> {
  const names = toNames(turn);
  const place = await ctx.messages.findPlace(userId, names);
  if (isRepeated(place, names)) return null;
  requirePlace(place, { parentId: names.parentId, parentRole: turn.userMessage ? "assistant" : "user" });
  const committed = ctx.messages.saveTurn(userId, turn);
  const branch = { conversationId: turn.conversationId, leafId: names.parentId, added: turn.userMessage?.parts ?? [] };
  // It is awaited where it is needed; until then its failure must not count as unheard.
  committed.catch(() => {});
  const readContext: BegunTurn["readContext"] = (signal) =>
    persist(() => readModelContext(ctx, userId, branch), signal);
  return { turn, messages: toMessages(turn, place), committed, readContext };
}

function toNames({ conversationId, generationId, userMessage, answer }: NewTurn): PlaceNames {
  const parentId = userMessage ? userMessage.parentId : answer.parentId;
  const messageIds = userMessage ? [userMessage.id, answer.id] : [answer.id];
  return { conversationId, parentId, generationId, messageIds };
}

function toMessages(
  { conversationId, modelId, userMessage, answer, generationId, at }: NewTurn,
  place: Place,
): Message[] {
  const blank = { conversationId, usage: null, finishReason: null, error: null, createdAt: at };
  const asked: MessageNode | null = userMessage && {
    ...blank,
    ...userMessage,
    role: "user",
    status: "ended",
    generationId: null,
    modelId: null,
    endedAt: at,
    siblingIds: [...place.siblingIds, userMessage.id],
  };
  const answering: MessageNode = {
    ...blank,
    ...answer,
    role: "assistant",
    parts: [],
    status: "running",
    generationId,
    modelId,
    endedAt: null,
    siblingIds: userMessage ? [answer.id] : [...place.siblingIds, answer.id],
  };
  return [...(asked ? [asked] : []), answering].map(presentMessage);
}
