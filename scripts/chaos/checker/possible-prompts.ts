import type { Message, MessagePart } from "#contracts/message.ts";

/**
 * The words that a model may have read as the last of the person. Usually the question alone; where the answer above
 * it said nothing, the question above that is read with it, as one turn: models refuse two turns of one role.
 */
export function possiblePrompts(
  messages: readonly Message[],
  questionId: string,
  /** Ids of answers that were gone on with: they may have said nothing yet when the question came. */
  continuedIds: ReadonlySet<string>,
): string[] {
  const question = messages.find(({ id }) => id === questionId);
  if (!question) return [];
  const text = toText(question.parts);
  const above = messages.find(({ id }) => id === question.parentId);
  if (!above || above.parentId === null || (hasSaidText(above) && !continuedIds.has(above.id))) return [text];
  return [text, ...possiblePrompts(messages, above.parentId, continuedIds).map((earlier) => `${earlier}\n\n${text}`)];
}

function hasSaidText({ parts }: Message): boolean {
  return toText(parts).trim() !== "";
}

/** What models read of a message: its texts. */
function toText(parts: readonly MessagePart[]): string {
  return parts.map((part) => (part.type === "text" ? part.text : "")).join("");
}
