import type { ChatRequest } from "#inference/chat-model.ts";
import { takesTools } from "./takes-tools.ts";

/** Models that think about nothing, and refuse to be told how much. */
const THINKS_NEVER = /^(gpt-3|gpt-4|chatgpt)/;

type Effort = { reasoning_effort?: "none" | "low" | "medium" | "high" };

/** The field of a chat completion that says how much to think, for a model of OpenAI's; with tools, what lets it take them. */
export function toReasoningEffort(modelName: string, request: Pick<ChatRequest, "reasoningEffort" | "tools">): Effort {
  const { reasoningEffort, tools } = request;
  const taking = tools.length === 0 ? "always" : takesTools(modelName);
  if (taking === "unthinking") return { reasoning_effort: "none" };
  if (reasoningEffort === null || taking === "untold" || THINKS_NEVER.test(modelName)) return {};
  return { reasoning_effort: reasoningEffort };
}
