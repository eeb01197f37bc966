import type { FinishReason } from "#contracts/stream-part.ts";

/**
 * Gemini's `finishReason`; one that we do not know is `other`. `STOP` does not tell tool calls from
 * an end: who knows whether there were some decides.
 */
export function mapFinishReason(reason: string, hasToolCalls: boolean): FinishReason {
  switch (reason) {
    case "STOP":
      return hasToolCalls ? "tool-calls" : "stop";
    case "MAX_TOKENS":
    // The limit of one request, behind which Google's own SDK asks again; we offer to go on instead.
    case "CONTINUATION":
      return "length";
    case "SAFETY":
    case "RECITATION":
    case "BLOCKLIST":
    case "PROHIBITED_CONTENT":
    case "SPII":
    case "IMAGE_SAFETY":
    case "IMAGE_PROHIBITED_CONTENT":
    case "IMAGE_RECITATION":
    case "MODEL_ARMOR":
      return "content-filter";
    default:
      return "other";
  }
}
