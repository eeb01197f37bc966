import type { ChatModel } from "#inference/chat-model.ts";
import type { ChatModelOptions, ProviderConnection } from "#inference/provider.ts";
import { TIME_LIMITS } from "#inference/time-limits.ts";
import { catchAnswer } from "#inference/wire/gemini/catch-answer.ts";
import { fromEvent } from "#inference/wire/gemini/from-event.ts";
import { signaturesOf } from "#inference/wire/gemini/signatures-of.ts";
import { streamAnswer } from "#inference/wire/stream-answer.ts";
import { createClient } from "./client.ts";
import { toRequest } from "./to-request.ts";

/** A model of Google, by the Gemini API. */
export function createChatModel(
  connection: ProviderConnection,
  modelName: string,
  options: ChatModelOptions = {},
): ChatModel {
  const signatures = signaturesOf(connection, modelName);
  const timeLimits = { ...TIME_LIMITS, ...options.timeLimits };
  return {
    stream: (request, signal) =>
      streamAnswer(
        {
          modelName,
          apiKey: connection.apiKey,
          timeLimits,
          continues: request.continues,
          fromEvent: (answer, event) => fromEvent(answer, event, signatures.keep),
          open: (callSignal) =>
            catchAnswer(async (fetch) => {
              const asked = await toRequest(modelName, request, {
                signal: callSignal,
                findSignature: signatures.find,
              });
              return (await createClient(connection, fetch)).models.generateContentStream(asked);
            }),
        },
        signal,
      ),
  };
}
