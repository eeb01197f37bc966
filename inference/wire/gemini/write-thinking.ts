import type { ChatRequest } from "#inference/chat-model.ts";

/** The models that think; they keep their thoughts to themselves unless asked. */
const THINKS = /^gemini-(?!1\b|2\.0)/;

/** These are told by a number of tokens, later ones by a word. */
const TAKES_BUDGET = /^gemini-2\.5/;

/** Knows only the two ends. */
const LACKS_MEDIUM = /^gemini-3-pro/;

/** As Google itself turns the words of OpenAI's protocol into numbers. */
const BUDGETS = { low: 1_024, medium: 8_192, high: 24_576 };

const LEVELS = { low: "LOW", medium: "MEDIUM", high: "HIGH" } as const;

/** How a model is told to think. `thinkingLevel` is a word of Google's `ThinkingLevel`. */
export type GeminiThinking = {
  includeThoughts: true;
  thinkingBudget?: number;
  thinkingLevel?: (typeof LEVELS)[keyof typeof LEVELS];
};

/** How hard a model thinks, as Gemini is told; null for a model that does not think. */
export function writeThinking(modelName: string, effort: ChatRequest["reasoningEffort"]): GeminiThinking | null {
  if (!THINKS.test(modelName)) return null;
  if (effort === null) return { includeThoughts: true };
  if (TAKES_BUDGET.test(modelName)) return { includeThoughts: true, thinkingBudget: BUDGETS[effort] };
  const known = effort === "medium" && LACKS_MEDIUM.test(modelName) ? "high" : effort;
  return { includeThoughts: true, thinkingLevel: LEVELS[known] };
}
