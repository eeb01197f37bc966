import { v7 as createId } from "uuid";
import type { NewTurn } from "#server/domains/messages/message.ts";

const TEXT = "Explain how group commit works in PostgreSQL, and why batching helps. ".repeat(4);

/** A first message of an ordinary length in a conversation of its own, and whose it is. */
export function makeTurn(): { userId: string; turn: NewTurn & { userMessage: object } } {
  const messageId = createId();
  return {
    userId: createId(),
    turn: {
      conversationId: createId(),
      title: "Explain how group commit works in PostgreSQL",
      modelId: "0199c8f0-0000-7000-8000-000000000000/gpt-5-mini",
      userMessage: { id: messageId, parentId: null, parts: [{ type: "text", text: TEXT }] },
      answer: { id: createId(), parentId: messageId },
      generationId: createId(),
      at: new Date(),
    },
  };
}
