import { checkModelName } from "#inference/wire/gemini/check-model-name.ts";
import type { Asked } from "./ask-gemini.ts";
import type { Authorisation } from "./call-authorised.ts";
import { createClaudeClient } from "./claude-client.ts";
import { toClaudeRequest } from "./to-claude-request.ts";

/** Asks a Claude, and returns the raw answer once its headers are there. Throws ProviderError, and what the SDK throws. */
export async function askClaude(
  authorisation: Authorisation,
  { modelName, request }: Asked,
  signal: AbortSignal,
): Promise<Response> {
  const client = await createClaudeClient(authorisation);
  return client.messages.create(toClaudeRequest(checkModelName(modelName), request), { signal }).asResponse();
}
