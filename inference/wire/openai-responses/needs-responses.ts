import type { ChatRequest } from "#inference/chat-model.ts";
import { takesTools } from "#inference/wire/openai-chat/takes-tools.ts";

/**
 * Whether a request must go to OpenAI's responses: tools for a model that thinks, which chat completions refuse. All
 * else goes to chat completions, which proxies of OpenAI's protocol know too.
 */
export function needsResponses(
  modelName: string,
  { tools, reasoningEffort }: Pick<ChatRequest, "tools" | "reasoningEffort">,
): boolean {
  if (tools.length === 0) return false;
  const taking = takesTools(modelName);
  return taking === "unthinking" || (taking === "untold" && reasoningEffort !== null);
}
