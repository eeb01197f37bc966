import type { ChatRequest } from "#inference/chat-model.ts";
import { catchAnswer } from "#inference/wire/gemini/catch-answer.ts";
import type { FindSignature } from "#inference/wire/gemini/write-contents.ts";
import type { Authorisation } from "./call-authorised.ts";
import { createClient } from "./client.ts";
import { toRequest } from "./to-request.ts";

/** What a model on Vertex is asked. */
export type Asked = { modelName: string; request: ChatRequest; findSignature: FindSignature };

/** Asks a Gemini, and returns the raw answer once its headers are there. Throws ProviderError, and what the SDK throws. */
export async function askGemini(
  authorisation: Authorisation,
  { modelName, request, findSignature }: Asked,
  signal: AbortSignal,
): Promise<Response> {
  return catchAnswer(async (fetch) => {
    const asked = await toRequest(modelName, request, { signal, findSignature });
    return (await createClient(authorisation, fetch)).models.generateContentStream(asked);
  });
}
