import type { MessagePart } from "#contracts/message.ts";

/** The text of an unfinished answer as its model is shown it: without its reasoning and its calls of tools. */
export function writtenText(continues: readonly MessagePart[]): string {
  return continues.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n\n");
}
