import type { StreamPart } from "#contracts/stream-part.ts";
import type { ChatRequest } from "#inference/chat-model.ts";
import { createChatModel } from "#inference/create-chat-model.ts";
import { createChatRequest } from "#inference/create-chat-request.ts";
import type { ChatModelOptions, ProviderName } from "#inference/provider.ts";
import { textTurn } from "#inference/text-turn.ts";
import { connectSimulator } from "./connect-simulator.ts";

type Asking = {
  provider: ProviderName;
  modelName: string;
  apiKey?: string | null;
  request?: Partial<ChatRequest>;
  options?: ChatModelOptions;
  signal?: AbortSignal;
};

/** All parts of one answer of the simulator at `url`, asked the way the application asks. For tests. */
export async function askSimulator(url: string | null, asking: Asking): Promise<StreamPart[]> {
  const { provider, modelName, apiKey, options, signal = new AbortController().signal } = asking;
  const model = createChatModel(connectSimulator(url, provider, apiKey), modelName, options);
  const request = createChatRequest({ turns: [textTurn({ role: "user", text: "Hello" })], ...asking.request });
  const parts: StreamPart[] = [];
  for await (const part of model.stream(request, signal)) parts.push(part);
  return parts;
}
