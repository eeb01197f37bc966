import type { Message } from "#contracts/message.ts";
import { AppError } from "#server/errors.ts";

/**
 * What was found of a person's own generation, or AppError `not-found`. The repository looks among
 * the person's own only, so that somebody else's is not told from a missing one.
 */
export function requireGeneration<Found>(found: Found | null): Found {
  if (found !== null) return found;
  throw new AppError("not-found", { userMessage: "This answer is not here." });
}

/** The names of an answer that can be gone on with. */
type Unfinished = { answerId: string; parentId: string; formerGenerationId: string };

/**
 * Lets an answer be gone on with that is over and not whole: interrupted, stopped, failed, or ended by its length limit.
 * Throws AppError `not-found` where it is not there, `busy` while it runs, `conflict` where nothing is missing.
 */
export function requireUnfinished(answer: Message | undefined): Unfinished {
  if (!answer || answer.parentId === null || answer.generationId === null) {
    throw new AppError("not-found", { userMessage: "This answer is not here." });
  }
  if (answer.status === "running") throw new AppError("busy");
  if (answer.status === "ended" && answer.finishReason !== "length") {
    throw new AppError("conflict", { userMessage: "This answer is whole. Ask for more with a message." });
  }
  return { answerId: answer.id, parentId: answer.parentId, formerGenerationId: answer.generationId };
}
