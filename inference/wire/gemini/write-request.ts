import type { ChatRequest } from "#inference/chat-model.ts";
import { writeTurns } from "#inference/continue/write-turns.ts";
import { checkModelName } from "./check-model-name.ts";
import { writeConfig, type GeminiConfig } from "./write-config.ts";
import { writeContents, type FindSignature, type GeminiContent } from "./write-contents.ts";
import { writeThinking, type GeminiThinking } from "./write-thinking.ts";

/** A request in the words of Google's SDK, which turns them into those of either of its services. */
export type GeminiRequest = {
  model: string;
  contents: GeminiContent[];
  config: GeminiConfig & {
    thinkingConfig?: GeminiThinking;
    automaticFunctionCalling: { disable: true };
    automaticContinuation: false;
  };
};

/** Our request for a Gemini. The SDK asks once: what it would go on with by itself we go on with. Throws ProviderError. */
export function writeRequest(modelName: string, request: ChatRequest, findSignature: FindSignature): GeminiRequest {
  const thinkingConfig = writeThinking(modelName, request.reasoningEffort);
  return {
    model: checkModelName(modelName),
    contents: writeContents(modelName, writeTurns(request), findSignature),
    config: {
      ...writeConfig(request),
      ...(thinkingConfig === null ? {} : { thinkingConfig }),
      automaticFunctionCalling: { disable: true },
      automaticContinuation: false,
    },
  };
}
