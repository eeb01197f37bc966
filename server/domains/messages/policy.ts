import { AppError } from "#server/errors.ts";
import type { Place, PlaceNames } from "./message.ts";

/**
 * Lets a turn in where it may stand: in a conversation that is not deleted, under a parent of the
 * right role that is there and, for a new message, no longer being written. All of it was looked up
 * among the person's own data. Throws AppError `not-found`, `invalid-input` or `busy`.
 */
export function requirePlace(place: Place, input: { parentId: string | null; parentRole: "user" | "assistant" }): void {
  if (place.isDeleted) throw new AppError("not-found", { userMessage: "This conversation was deleted." });
  if (input.parentId === null) return;
  if (!place.parent) {
    throw new AppError("not-found", { userMessage: "The message that this belongs under is not here any more." });
  }
  if (place.parent.role !== input.parentRole) {
    throw new AppError("invalid-input", { message: `the parent of this is a message of role ${place.parent.role}` });
  }
  if (place.parent.status === "running") throw new AppError("busy");
}

/**
 * True for a turn that was taken before: the sender repeats itself. Throws AppError `conflict` where
 * the ids of a request name something else of this person already, or each other.
 */
export function isRepeated(place: Place, names: PlaceNames): boolean {
  if (isSame(place.generation, names)) return true;
  const areDistinct = new Set([names.parentId, ...names.messageIds]).size === names.messageIds.length + 1;
  if (place.generation === null && !place.isTaken && areDistinct) return false;
  throw new AppError("conflict", { message: "these ids name another message or answer already" });
}

/** An answer stands under the message that comes with it, or under the one that it is another answer to. */
function isSame(generation: Place["generation"], { conversationId, messageIds, parentId }: PlaceNames): boolean {
  const parent = messageIds.length > 1 ? messageIds[0] : parentId;
  return (
    generation?.conversationId === conversationId &&
    generation.answerId === messageIds.at(-1) &&
    generation.parentId === parent
  );
}
