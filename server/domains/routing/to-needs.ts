import type { ChatRequest, RouteNeeds } from "#inference/index.ts";

/**
 * What a request needs of whoever answers it. Tools may always be left out, unless the answer stands behind results of some.
 * There are no tiers and no bound regions yet.
 */
export function toNeeds(request: ChatRequest, inputTokens: number): RouteNeeds {
  return {
    inputTokens,
    images: request.turns.some(({ parts }) => parts.some(({ type }) => type === "image")),
    tools: request.continues.some(({ type }) => type === "tool-result"),
    structure: request.answerFormat !== null,
    tier: null,
    region: null,
  };
}
