import { AppError } from "#server/errors.ts";

/**
 * What was found of a person's own conversation, or AppError `not-found`. The repository looks
 * among the person's own only, so that somebody else's conversation is not told from a missing one.
 */
export function requireConversation<Found>(found: Found | null): Found {
  if (found !== null) return found;
  throw new AppError("not-found", { userMessage: "This conversation is not here. It may have been deleted." });
}
