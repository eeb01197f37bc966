import type { MessagePart } from "#contracts/message.ts";

/** The most that is read of a conversation for a model; a model with less room is cut by its provider. */
export const MESSAGES_MAX = 400;
export const CHARACTERS_MAX = 400_000;

/** A message as a model reads it: what was thought and which tools were called is not told again. */
export function toTurnText(parts: readonly MessagePart[]): string {
  return parts.flatMap((part) => (part.type === "text" || part.type === "refusal" ? [part.text] : [])).join("\n\n");
}
