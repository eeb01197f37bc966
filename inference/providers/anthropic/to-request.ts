import type Anthropic from "@anthropic-ai/sdk";
import type { ChatRequest } from "#inference/chat-model.ts";
import { writeTurns } from "#inference/continue/write-turns.ts";
import { describeModel } from "#inference/describe-model.ts";
import { turnText } from "#inference/turn-text.ts";

/** Anthropic demands a limit; this one every model of today accepts, where we know nothing better. */
const OUTPUT_TOKENS_FALLBACK = 8_192;

/** The models that think unless told otherwise, and keep their thoughts to themselves unless asked. */
const THINKS_BY_DEFAULT = /^claude-(fable|mythos|opus|sonnet|haiku)-5/;

/** Our request as Anthropic's messages API wants it, streamed. */
export function toRequest(modelName: string, request: ChatRequest): Anthropic.MessageCreateParamsStreaming {
  const { outputTokensMax } = describeModel("anthropic", modelName);
  return {
    model: modelName,
    max_tokens: request.outputTokensMax ?? outputTokensMax ?? OUTPUT_TOKENS_FALLBACK,
    messages: writeTurns(request).map((turn) => ({ role: turn.role, content: turnText(turn) })),
    stream: true,
    ...(request.system === null || request.system.trim() === "" ? {} : { system: request.system }),
    ...(THINKS_BY_DEFAULT.test(modelName) ? { thinking: { type: "adaptive", display: "summarized" } } : {}),
  };
}
