import type { Message } from "#contracts/message.ts";

/** What a message says, as plain Markdown, without what the model only thought. */
export function messageText({ parts }: Pick<Message, "parts">): string {
  return parts.flatMap((part) => (part.type === "text" || part.type === "refusal" ? [part.text] : [])).join("\n\n");
}
