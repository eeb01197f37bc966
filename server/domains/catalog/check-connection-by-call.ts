import { listModelNames, ProviderError } from "#inference/index.ts";
import type { ConnectableProvider } from "#contracts/connection.ts";
import { AppError } from "#server/errors.ts";
import { providerSentence } from "./provider-sentence.ts";

type Reach = { provider: ConnectableProvider; baseUrl: string | null; apiKey: string | null };

/**
 * The names of the models behind a connection, by a real call. Throws AppError with a sentence that
 * says what to do, where the call fails or offers no model.
 */
export async function checkConnectionByCall(reach: Reach, signal: AbortSignal): Promise<string[]> {
  const modelNames = await listModelNames(reach, signal).catch((error: unknown) => {
    if (!(error instanceof ProviderError)) throw error;
    const { code, message, status, isRetryable } = error;
    const { provider, baseUrl } = reach;
    const failed = { code, message, status, provider, baseUrl, hasApiKey: reach.apiKey !== null };
    throw new AppError(code, { message, userMessage: providerSentence(failed), isRetryable, cause: error });
  });
  if (modelNames.length > 0) return modelNames;
  throw new AppError("model-unavailable", {
    userMessage:
      "The server answers, but offers no model yet. Load one there (with Ollama: ollama pull), then try again.",
  });
}
