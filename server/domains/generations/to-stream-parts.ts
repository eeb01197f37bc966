import type { MessagePart } from "#contracts/message.ts";
import type { StreamPart } from "#contracts/stream-part.ts";

/** The stream parts that fold to this content. A tool call whose arguments are not whole stays open, as it was left. */
export function toStreamParts(parts: readonly MessagePart[]): StreamPart[] {
  return parts.flatMap((part): StreamPart[] => {
    switch (part.type) {
      case "text":
        return [{ type: "text-delta", text: part.text }];
      case "reasoning":
        return [{ type: "reasoning-delta", text: part.text }];
      case "refusal":
        return [{ type: "refusal-delta", text: part.text }];
      case "tool-call": {
        const { toolCallId, toolName, inputText } = part;
        return [
          { type: "tool-call-start", toolCallId, toolName },
          { type: "tool-call-delta", toolCallId, inputText },
          ...(isJson(inputText) ? [{ type: "tool-call-end" as const, toolCallId }] : []),
        ];
      }
      case "tool-result": {
        const { type, toolCallId, output, isError } = part;
        return [{ type, toolCallId, output, isError }];
      }
      case "notice":
        return [{ type: "notice", notice: { code: part.code, messagesLeftOut: part.messagesLeftOut } }];
    }
  });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    // Cut short, or nothing came yet.
    return false;
  }
}
