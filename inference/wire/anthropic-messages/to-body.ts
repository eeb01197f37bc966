import type { ChatRequest } from "#inference/chat-model.ts";
import { describeModel } from "#inference/describe-model.ts";

import { CACHE_HERE } from "./cache-marker.ts";
import { toMessages } from "./to-messages.ts";
import { toOutputSchema } from "./to-output-schema.ts";
import { toThinking } from "./to-thinking.ts";
import { toTools } from "./to-tools.ts";

/** Anthropic demands a limit; this one every model of today accepts, where we know nothing better. */
const OUTPUT_TOKENS_FALLBACK = 8_192;

/**
 * Our request as Anthropic's messages API wants it, streamed, wherever it is spoken. What stays the same from turn to
 * turn (tools, system, the turns so far) stands first and is marked for its cache.
 */
export function toBody(modelName: string, request: ChatRequest) {
  const { system } = request;
  const { outputTokensMax } = describeModel("anthropic", modelName);
  const tokensMax = request.outputTokensMax ?? outputTokensMax ?? OUTPUT_TOKENS_FALLBACK;
  const { thinking, effort } = toThinking(modelName, request, tokensMax);
  return {
    model: modelName,
    max_tokens: tokensMax,
    messages: toMessages(request),
    stream: true as const,
    ...(system === null || system.trim() === ""
      ? {}
      : { system: [{ type: "text" as const, text: system, ...CACHE_HERE }] }),
    ...toTools(request),
    ...(thinking === undefined ? {} : { thinking }),
    ...toOutputConfig(request, effort),
  };
}

type Effort = "low" | "medium" | "high";

function toOutputConfig({ answerFormat }: ChatRequest, effort: Effort | undefined) {
  if (answerFormat === null && effort === undefined) return {};
  const format =
    answerFormat === null
      ? {}
      : { format: { type: "json_schema" as const, schema: { ...toOutputSchema(answerFormat.schema) } } };
  return { output_config: { ...(effort === undefined ? {} : { effort }), ...format } };
}
