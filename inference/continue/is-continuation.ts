import type { MessagePart } from "#contracts/message.ts";

/**
 * Whether there is anything to go on from: words, or results of tools. What is asked for with nothing but thoughts and
 * notices is a new answer, which every model can give.
 */
export function isContinuation(continues: readonly MessagePart[]): boolean {
  return continues.some((part) => part.type === "tool-result" || (part.type === "text" && part.text.trim() !== ""));
}
