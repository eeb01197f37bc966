import type { AnswerCall } from "#contracts/answer-call.ts";
import type { Model } from "#contracts/model.ts";
import { findModel } from "./find-model.ts";

/**
 * The model that really answered: that of the last call of which something was kept. Null where it is the one that
 * was chosen, under whichever of its ids, or where no call came to a word.
 */
export function answeringModelId(
  calls: readonly AnswerCall[],
  chosenId: string | null,
  models: readonly Model[],
): string | null {
  const last = calls.findLast(({ outcome, firstPartMs }) => firstPartMs !== null && outcome !== "lost-hedge");
  if (last === undefined || last.modelId === chosenId) return null;
  const chosen = findModel(models, chosenId);
  return chosen !== undefined && chosen === findModel(models, last.modelId) ? null : last.modelId;
}
