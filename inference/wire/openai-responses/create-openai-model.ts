import type { ChatModel, ChatRequest } from "#inference/chat-model.ts";
import type { ChatModelOptions } from "#inference/provider.ts";
import { TIME_LIMITS } from "#inference/time-limits.ts";
import { fromEvent as fromChatEvent } from "#inference/wire/openai-chat/from-event.ts";
import { streamAnswer } from "#inference/wire/stream-answer.ts";
import { fromEvent as fromResponseEvent } from "./from-event.ts";
import { needsResponses } from "./needs-responses.ts";

type Ask = (request: ChatRequest, signal: AbortSignal) => Promise<Response>;

/** A model of OpenAI, wherever it is served, and the two protocols by which its server can be asked. */
export type OpenaiModel = { modelName: string; apiKey: string | null; byChat: Ask; byResponses: Ask };

/** Asks by chat completions, or by responses where chat completions refuse what is asked (decision 23). */
export function createOpenaiModel(
  { modelName, apiKey, byChat, byResponses }: OpenaiModel,
  options: ChatModelOptions,
): ChatModel {
  const timeLimits = { ...TIME_LIMITS, ...options.timeLimits };
  return {
    stream: (request, signal) => {
      const isByResponses = needsResponses(modelName, request);
      const ask = isByResponses ? byResponses : byChat;
      const fromEvent = isByResponses ? fromResponseEvent : fromChatEvent;
      const call = { modelName, apiKey, timeLimits, continues: request.continues, fromEvent };
      return streamAnswer({ ...call, open: async (callSignal) => ask(request, callSignal) }, signal);
    },
  };
}
