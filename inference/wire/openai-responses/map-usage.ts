import type { Usage } from "#contracts/stream-part.ts";
import { mapUsage as mapChatUsage } from "#inference/wire/openai-chat/map-usage.ts";
import type { ResponseUsage } from "./event.ts";

/** OpenAI's overlapping counts as disjoint buckets; a response counts as a chat completion does, by other names. */
export function mapUsage(usage: ResponseUsage): Usage {
  return mapChatUsage({
    prompt_tokens: usage.input_tokens,
    prompt_tokens_details: usage.input_tokens_details,
    completion_tokens: usage.output_tokens,
    completion_tokens_details: usage.output_tokens_details,
  });
}
