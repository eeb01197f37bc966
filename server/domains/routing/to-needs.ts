import type { Candidate, ChatRequest, RouteNeeds } from "#inference/index.ts";

/**
 * What a request needs of whoever answers it. Tools may always be left out, unless the answer stands behind results of some
 * and there is somebody who can read them.
 * There are no tiers and no bound regions yet.
 */
export function toNeeds(request: ChatRequest, candidates: readonly Candidate[], inputTokens: number): RouteNeeds {
  const hasResults = request.continues.some(({ type }) => type === "tool-result");
  return {
    inputTokens,
    images: request.turns.some(({ parts }) => parts.some(({ type }) => type === "image")),
    tools: hasResults && candidates.some(({ canCallTools }) => canCallTools),
    structure: request.answerFormat !== null,
    tier: null,
    region: null,
  };
}
