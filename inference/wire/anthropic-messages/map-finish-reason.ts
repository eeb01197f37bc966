import type { FinishReason } from "#contracts/stream-part.ts";

/** Anthropic's `stop_reason`; one that we do not know is `other`. */
export function mapFinishReason(reason: string): FinishReason {
  switch (reason) {
    case "end_turn":
    case "stop_sequence":
      return "stop";
    case "max_tokens":
    case "model_context_window_exceeded":
      return "length";
    case "refusal":
      return "content-filter";
    case "tool_use":
      return "tool-calls";
    default:
      return "other";
  }
}
