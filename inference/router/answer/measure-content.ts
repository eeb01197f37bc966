import type { MessagePart } from "#contracts/message.ts";

/** How much there is of an answer, in UTF-16 units and something for each piece: more whenever anything was added. */
export function measureContent(content: readonly MessagePart[]): number {
  return content.reduce((sum, part) => sum + 1 + lengthOf(part), 0);
}

function lengthOf(part: MessagePart): number {
  if (part.type === "tool-call") return part.inputText.length;
  if (part.type === "tool-result") return part.output.length;
  return part.type === "notice" ? 0 : part.text.length;
}
