import type { ChatModel } from "#inference/chat-model.ts";
import type { ChatModelOptions, ProviderConnection } from "#inference/provider.ts";
import { TIME_LIMITS } from "#inference/time-limits.ts";
import { fromEvent as fromClaudeEvent } from "#inference/wire/anthropic-messages/from-event.ts";
import { fromEvent as fromGeminiEvent } from "#inference/wire/gemini/from-event.ts";
import { streamAnswer } from "#inference/wire/stream-answer.ts";
import { askClaude } from "./ask-claude.ts";
import { askGemini } from "./ask-gemini.ts";
import { authorise, type Authorisation } from "./authorise.ts";

/** A model on Vertex: Anthropic's where its name says so, else Google's. */
export function createChatModel(
  connection: ProviderConnection,
  modelName: string,
  options: ChatModelOptions = {},
): ChatModel {
  const timeLimits = { ...TIME_LIMITS, ...options.timeLimits };
  const isClaude = modelName.startsWith("claude-");
  return {
    stream: (request, signal) => {
      let authorisation: Authorisation | null = null;
      const call = {
        modelName,
        // What Google may repeat is the token; the key never leaves this process.
        get apiKey() {
          return authorisation?.token ?? null;
        },
        timeLimits,
        continues: request.continues,
        fromEvent: isClaude ? fromClaudeEvent : fromGeminiEvent,
        open: async (callSignal: AbortSignal) => {
          authorisation = await authorise(connection, callSignal);
          const ask = isClaude ? askClaude : askGemini;
          return ask(authorisation, { modelName, request }, callSignal);
        },
      };
      return streamAnswer(call, signal);
    },
  };
}
