import type { MessagePart } from "#contracts/message.ts";

/** Whether the content begins with `start`: the same parts, of which the last may be cut short. Equal content counts. */
export function isPrefix(start: readonly MessagePart[], content: readonly MessagePart[]): boolean {
  return start.every((part, index) => {
    const other = content[index];
    if (!other || other.type !== part.type) return false;
    const isLast = index === start.length - 1;
    if (part.type === "tool-call" && other.type === "tool-call") {
      const isSameCall = part.toolCallId === other.toolCallId && part.toolName === other.toolName;
      return isSameCall && begins(other.inputText, part.inputText, isLast);
    }
    return "text" in part && "text" in other && begins(other.text, part.text, isLast);
  });
}

function begins(text: string, start: string, mayGoOn: boolean): boolean {
  return mayGoOn ? text.startsWith(start) : text === start;
}
