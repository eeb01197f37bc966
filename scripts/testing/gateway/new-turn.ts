import { v7 as createId } from "uuid";
import type { ClientFrameOf } from "#contracts/socket-frames.ts";

type Turn = Omit<ClientFrameOf<"message.send">, "requestId">;

/** A message to send, with new ids where none are given: a conversation of its own that begins. */
export function newTurn(given: Partial<Turn> & { text?: string; modelId: string }): Turn {
  const { text = "Hello there, how are you?", ...turn } = given;
  return {
    type: "message.send",
    conversationId: createId(),
    messageId: createId(),
    parentId: null,
    answerId: createId(),
    generationId: createId(),
    parts: [{ type: "text", text }],
    ...turn,
  };
}
