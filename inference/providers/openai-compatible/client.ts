import OpenAI from "openai";
import type { ProviderConnection } from "#inference/provider.ts";
import { ProviderError } from "#inference/provider-error.ts";
import { boundedFetch } from "#inference/wire/bounded-fetch.ts";
import { checkApiKey } from "#inference/wire/check-api-key.ts";
import { normaliseBaseUrl } from "#inference/wire/normalise-base-url.ts";

/** OpenAI's SDK for any server that speaks its protocol, with or without a key. Throws ProviderError. */
export function createClient(connection: ProviderConnection): OpenAI {
  if (connection.baseUrl === null) {
    throw new ProviderError("provider-unreachable", { message: "A base address is needed.", isRetryable: false });
  }
  const apiKey = connection.apiKey === null ? null : checkApiKey(connection.apiKey);
  return new OpenAI({
    apiKey: apiKey ?? "none",
    baseURL: normaliseBaseUrl(connection.baseUrl, "with-version"),
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    logLevel: "off",
    fetch: boundedFetch,
    // The SDK wants some key; a server that asks for none must not see one.
    ...(apiKey === null ? { defaultHeaders: { authorization: null } } : {}),
  });
}
