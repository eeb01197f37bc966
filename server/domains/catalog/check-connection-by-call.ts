import { listModelNames, ProviderError, type ProviderConnection } from "#inference/index.ts";
import type { ConnectableProvider } from "#contracts/connection.ts";
import { storableText } from "#contracts/storable-text.ts";
import { AppError } from "#server/errors.ts";
import { providerSentence } from "./provider-sentence.ts";

type Reach = ProviderConnection & { provider: ConnectableProvider };

/** A list longer than this is no choice any more; large aggregators offer some hundreds. */
const MODELS_MAX = 2_000;
const NAME_LENGTH_MAX = 160;

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
  const usable = [...new Set(modelNames.filter(isUsable))].slice(0, MODELS_MAX);
  if (usable.length > 0) return usable;
  throw new AppError("model-unavailable", {
    userMessage:
      "The server answers, but offers no model yet. Load one there (with Ollama: ollama pull), then try again.",
  });
}

/** A provider's words are not trusted: a name must be one that the database and a model id can hold. */
function isUsable(name: string): boolean {
  return name !== "" && name.length <= NAME_LENGTH_MAX && name === storableText(name);
}
