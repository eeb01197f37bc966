import type { ChatRequest, RouteNeeds } from "#inference/index.ts";

/** What a request needs of whoever answers it. There are no tiers and no bound regions yet. */
export function toNeeds(request: ChatRequest, inputTokens: number): RouteNeeds {
  return {
    inputTokens,
    images: request.turns.some(({ parts }) => parts.some(({ type }) => type === "image")),
    tools: request.tools.length > 0,
    structure: request.answerFormat !== null,
    tier: null,
    region: null,
  };
}
