import type { ChatRequest } from "#inference/chat-model.ts";

/** Models that think about nothing, and refuse to be told how much. */
const THINKS_NEVER = /^(gpt-3|gpt-4|chatgpt)/;

/** Since this version models think unless told not to, and chat completions refuse tools to one that thinks. */
const THINKS_BY_DEFAULT = /^gpt-(5\.[4-9]|[6-9]|\d{2})/;

/** From GPT-5.1 on a model that is told how much to think refuses tools; one that is told nothing takes them. */
const THINKS_WHEN_TOLD = /^gpt-5\.[123]/;

type Effort = { reasoning_effort?: "none" | "low" | "medium" | "high" };

/**
 * The field of a chat completion that says how much to think, for a model of OpenAI's: with tools its newer models take
 * none but `none` there.
 */
export function toReasoningEffort(modelName: string, request: Pick<ChatRequest, "reasoningEffort" | "tools">): Effort {
  const { reasoningEffort, tools } = request;
  if (tools.length > 0 && THINKS_BY_DEFAULT.test(modelName)) return { reasoning_effort: "none" };
  if (tools.length > 0 && THINKS_WHEN_TOLD.test(modelName)) return {};
  if (reasoningEffort === null || THINKS_NEVER.test(modelName)) return {};
  return { reasoning_effort: reasoningEffort };
}
