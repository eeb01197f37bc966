import type { FinishReason } from "#contracts/stream-part.ts";

/** OpenAI's `finish_reason`; one that we do not know is `other`. */
export function mapFinishReason(reason: string): FinishReason {
  switch (reason) {
    case "stop":
      return "stop";
    case "length":
      return "length";
    case "content_filter":
      return "content-filter";
    case "tool_calls":
    case "function_call":
      return "tool-calls";
    default:
      return "other";
  }
}
