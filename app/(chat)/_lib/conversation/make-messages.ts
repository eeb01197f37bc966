import type { Id } from "#contracts/ids.ts";
import type { Message } from "#contracts/message.ts";
import type { ConversationState } from "./conversation-state.ts";

type Made = { id: Id; parentId: Id | null; createdAt: Date };

/** A person's message as it will be stored, to show before the server has it. */
export function makeQuestion(state: ConversationState, text: string, made: Made): Message {
  return { ...makeMessage(state, made), role: "user", status: "ended", parts: [{ type: "text", text }] };
}

/** An answer that the server is about to write. */
export function makeAnswer(state: ConversationState, run: { generationId: Id; modelId: string }, made: Made): Message {
  return { ...makeMessage(state, made), ...run, role: "assistant", status: "running" };
}

function makeMessage(state: ConversationState, { id, parentId, createdAt }: Made): Omit<Message, "role" | "status"> {
  const siblings = Object.values(state.messages).filter((message) => message.parentId === parentId);
  return {
    id,
    conversationId: state.conversationId,
    parentId,
    parts: [],
    generationId: null,
    modelId: null,
    usage: null,
    finishReason: null,
    error: null,
    createdAt: createdAt.toISOString(),
    endedAt: null,
    siblingIds: [...new Set([...siblings.flatMap((sibling) => sibling.siblingIds), id])].toSorted(),
  };
}
