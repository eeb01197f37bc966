import type { MessagePart } from "./message.ts";
import type { StreamPart } from "./stream-part.ts";

/**
 * The content of an answer after one more stream part. Pure: returns the same array when the part
 * carries no content, and copies only the part that grew. The server and the browser fold with
 * this one function, so that both arrive at the same content.
 */
export function foldStreamPart(parts: readonly MessagePart[], part: StreamPart): readonly MessagePart[] {
  switch (part.type) {
    case "text-delta":
      return extendText(parts, "text", part.text);
    case "reasoning-delta":
      return extendText(parts, "reasoning", part.text);
    case "refusal-delta":
      return extendText(parts, "refusal", part.text);
    case "tool-call-start":
      return [...parts, { type: "tool-call", toolCallId: part.toolCallId, toolName: part.toolName, inputText: "" }];
    case "tool-call-delta":
      return parts.map((existing) =>
        existing.type === "tool-call" && existing.toolCallId === part.toolCallId
          ? { ...existing, inputText: existing.inputText + part.inputText }
          : existing,
      );
    case "tool-result": {
      const { type, toolCallId, output, isError } = part;
      return [...parts, { type, toolCallId, toolName: toolNameOf(parts, toolCallId), output, isError }];
    }
    case "notice":
      return [...parts, { type: "notice", code: part.notice.code, messagesLeftOut: part.notice.messagesLeftOut }];
    case "tool-call-end":
    case "response-start":
    case "usage":
    case "finish":
    case "error":
      return parts;
  }
}

/** A result behind which no call stands says so by its empty name. */
function toolNameOf(parts: readonly MessagePart[], toolCallId: string): string {
  const call = parts.find((part) => part.type === "tool-call" && part.toolCallId === toolCallId);
  return call?.type === "tool-call" ? call.toolName : "";
}

function extendText(
  parts: readonly MessagePart[],
  type: "text" | "reasoning" | "refusal",
  text: string,
): readonly MessagePart[] {
  const last = parts.at(-1);
  if (last?.type !== type) return [...parts, { type, text }];
  return [...parts.slice(0, -1), { type, text: last.text + text }];
}
