import type { ChatModel } from "#inference/chat-model.ts";
import type { ChatModelOptions, ProviderConnection } from "#inference/provider.ts";
import { TIME_LIMITS } from "#inference/time-limits.ts";
import { fromEvent as fromClaudeEvent } from "#inference/wire/anthropic-messages/from-event.ts";
import { fromEvent as fromGeminiEvent } from "#inference/wire/gemini/from-event.ts";
import { signaturesOf } from "#inference/wire/gemini/signatures-of.ts";
import { streamAnswer, type StreamedCall } from "#inference/wire/stream-answer.ts";
import { askClaude } from "./ask-claude.ts";
import { askGemini } from "./ask-gemini.ts";
import { callAuthorised } from "./call-authorised.ts";

/** A model on Vertex: Anthropic's where its name says so, else Google's. */
export function createChatModel(
  connection: ProviderConnection,
  modelName: string,
  options: ChatModelOptions = {},
): ChatModel {
  const timeLimits = { ...TIME_LIMITS, ...options.timeLimits };
  const isClaude = modelName.startsWith("claude-");
  const signatures = signaturesOf(connection, modelName);
  const ask = isClaude ? askClaude : askGemini;
  return {
    stream: (request, signal) => {
      let token: string | null = null;
      const call: StreamedCall = {
        modelName,
        // What Google may repeat is the token; the key never leaves this process.
        get apiKey() {
          return token;
        },
        timeLimits,
        continues: request.continues,
        fromEvent: isClaude ? fromClaudeEvent : (answer, event) => fromGeminiEvent(answer, event, signatures.keep),
        open: (callSignal) =>
          callAuthorised(connection, callSignal, (authorisation) => {
            ({ token } = authorisation);
            return ask(authorisation, { modelName, request, findSignature: signatures.find }, callSignal);
          }),
      };
      return streamAnswer(call, signal);
    },
  };
}
