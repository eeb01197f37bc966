import type { Message, MessagePart } from "#contracts/message.ts";
import { usageSchema } from "#contracts/stream-part.ts";
import type { MessageNode } from "./message.ts";

/** What others see of a message. */
export function presentMessage(node: MessageNode): Message {
  const { parts, usage, createdAt, endedAt, ...rest } = node;
  return {
    ...rest,
    parts: parts.map(presentPart),
    // What was stored before sound was counted has no count of it.
    usage: usage && usageSchema.parse(usage),
    createdAt: createdAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  };
}

/** The database keeps the fields of a part in an order of its own; the content hash needs the one of `foldStreamPart`. */
function presentPart(part: MessagePart): MessagePart {
  switch (part.type) {
    case "text":
    case "reasoning":
    case "refusal":
      return { type: part.type, text: part.text };
    case "tool-call": {
      const { type, toolCallId, toolName, inputText } = part;
      return { type, toolCallId, toolName, inputText };
    }
    case "tool-result": {
      const { type, toolCallId, toolName, output, isError } = part;
      return { type, toolCallId, toolName, output, isError };
    }
    case "notice":
      return { type: part.type, code: part.code, messagesLeftOut: part.messagesLeftOut };
  }
}
