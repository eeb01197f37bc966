import { AppError } from "#server/errors.ts";

/**
 * What was found of a person's own generation, or AppError `not-found`. The repository looks among
 * the person's own only, so that somebody else's is not told from a missing one.
 */
export function requireGeneration<Found>(found: Found | null): Found {
  if (found !== null) return found;
  throw new AppError("not-found", { userMessage: "This answer is not here." });
}
