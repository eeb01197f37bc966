import type { ChatRequest } from "#inference/chat-model.ts";

type Thinking = { type: "adaptive"; display: "summarized" } | { type: "enabled"; budget_tokens: number };

/** The fields of a message that say how much to think. */
export type ThinkingFields = { thinking?: Thinking; effort?: "low" | "medium" | "high" };

/** The models that think unless told otherwise, and keep their thoughts to themselves unless asked. */
const THINKS_BY_DEFAULT = /^claude-(fable|mythos|opus|sonnet|haiku)-5/;

/** The models that decide by themselves how much to think once they are told to, and take a wish for it. */
const THINKS_ADAPTIVELY = /^claude-(opus|sonnet|haiku)-4-[6-9]/;

/** The models that think up to a number of tokens. */
const THINKS_WITHIN_BUDGET = /^claude-((opus|sonnet|haiku)-4|3-7)/;

const BUDGET_TOKENS = { low: 2_048, medium: 8_192, high: 16_384 };
const BUDGET_TOKENS_MIN = 1_024;

/** How much this model is to think. `outputTokensMax` is what it may write in all, its thoughts included. */
export function toThinking(
  modelName: string,
  request: Pick<ChatRequest, "reasoningEffort" | "turns">,
  outputTokensMax: number,
): ThinkingFields {
  const { reasoningEffort: effort, turns } = request;
  const adaptive = { type: "adaptive", display: "summarized" } as const;
  if (THINKS_BY_DEFAULT.test(modelName)) return { thinking: adaptive, ...(effort === null ? {} : { effort }) };
  if (effort === null) return {};
  if (THINKS_ADAPTIVELY.test(modelName)) return { thinking: adaptive, effort };
  if (!THINKS_WITHIN_BUDGET.test(modelName)) return {};
  // Such a model demands the thoughts behind the calls that are answered, and nobody kept them.
  if (turns.at(-1)?.parts.some(({ type }) => type === "tool-result")) return {};
  const budget = Math.min(BUDGET_TOKENS[effort], Math.floor(outputTokensMax / 2));
  return budget < BUDGET_TOKENS_MIN ? {} : { thinking: { type: "enabled", budget_tokens: budget } };
}
