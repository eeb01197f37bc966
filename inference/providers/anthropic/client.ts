import Anthropic from "@anthropic-ai/sdk";
import type { ProviderConnection } from "#inference/provider.ts";
import { ProviderError } from "#inference/provider-error.ts";
import { boundedFetch } from "#inference/wire/bounded-fetch.ts";
import { checkApiKey } from "#inference/wire/check-api-key.ts";
import { normaliseBaseUrl } from "#inference/wire/normalise-base-url.ts";

const PUBLIC_BASE_URL = "https://api.anthropic.com";

/** Anthropic's SDK for a connection; it retries nothing and reads no environment. Throws ProviderError. */
export function createClient(connection: ProviderConnection): Anthropic {
  if (connection.apiKey === null) {
    throw new ProviderError("provider-key-invalid", { message: "Anthropic needs a key.", isRetryable: false });
  }
  return new Anthropic({
    apiKey: checkApiKey(connection.apiKey),
    baseURL: connection.baseUrl === null ? PUBLIC_BASE_URL : normaliseBaseUrl(connection.baseUrl, "without-version"),
    webhookKey: null,
    maxRetries: 0,
    logLevel: "off",
    openTelemetry: false,
    fetch: boundedFetch,
  });
}
