import type { MessagePart } from "#contracts/message.ts";

/**
 * The last words of an unfinished answer, which its model goes on from: its text behind the last result of a tool,
 * without its reasoning. Empty where it said nothing since.
 */
export function writtenText(continues: readonly MessagePart[]): string {
  const behind = continues.slice(continues.findLastIndex(({ type }) => type === "tool-result") + 1);
  return behind.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n\n");
}
