import type { ChatTurn } from "./chat-model.ts";

/** What a turn says in words: without images, calls of tools and their results. */
export function turnText({ parts }: Pick<ChatTurn, "parts">): string {
  return parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n\n");
}
