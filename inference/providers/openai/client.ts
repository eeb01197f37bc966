import OpenAI from "openai";
import type { ProviderConnection } from "#inference/provider.ts";
import { ProviderError } from "#inference/provider-error.ts";
import { boundedFetch } from "#inference/wire/bounded-fetch.ts";
import { checkApiKey } from "#inference/wire/check-api-key.ts";
import { normaliseBaseUrl } from "#inference/wire/normalise-base-url.ts";

const PUBLIC_BASE_URL = "https://api.openai.com/v1";

/** OpenAI's SDK for a connection; it retries nothing and reads no environment. Throws ProviderError. */
export function createClient(connection: ProviderConnection): OpenAI {
  if (connection.apiKey === null) {
    throw new ProviderError("provider-key-invalid", { message: "OpenAI needs a key.", isRetryable: false });
  }
  return new OpenAI({
    apiKey: checkApiKey(connection.apiKey),
    baseURL: connection.baseUrl === null ? PUBLIC_BASE_URL : normaliseBaseUrl(connection.baseUrl, "with-version"),
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    logLevel: "off",
    fetch: boundedFetch,
  });
}
