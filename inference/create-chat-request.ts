import type { ChatRequest } from "./chat-model.ts";

/** A request that asks for nothing but what `fields` say: for prose, by no tools, with the provider's own limits. */
export function createChatRequest(fields: Partial<ChatRequest>): ChatRequest {
  return {
    system: null,
    turns: [],
    continues: [],
    outputTokensMax: null,
    tools: [],
    answerFormat: null,
    reasoningEffort: null,
    ...fields,
  };
}
