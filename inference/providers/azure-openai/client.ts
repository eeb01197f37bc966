import { AzureOpenAI } from "openai";
import type { ProviderConnection } from "#inference/provider.ts";
import { ProviderError } from "#inference/provider-error.ts";
import { boundedFetch } from "#inference/wire/bounded-fetch.ts";
import { checkApiKey } from "#inference/wire/check-api-key.ts";
import { normaliseBaseUrl } from "#inference/wire/normalise-base-url.ts";

/** The newest of the versions that are named by their day; what we ask for has been part of them since. */
const API_VERSION = "2025-04-01-preview";

/** OpenAI's SDK for a resource of Azure; it retries nothing and reads no environment. Throws ProviderError. */
export function createClient(connection: ProviderConnection, apiVersion: string = API_VERSION): AzureOpenAI {
  if (connection.baseUrl === null) {
    throw new ProviderError("provider-unreachable", {
      message: "The endpoint of the resource is needed.",
      isRetryable: false,
    });
  }
  if (connection.apiKey === null) {
    throw new ProviderError("provider-key-invalid", { message: "Azure OpenAI needs a key.", isRetryable: false });
  }
  return new AzureOpenAI({
    apiKey: checkApiKey(connection.apiKey),
    apiVersion,
    baseURL: `${toEndpoint(connection.baseUrl)}/openai`,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    logLevel: "off",
    fetch: boundedFetch,
  });
}

/** Azure's pages show the endpoint with one of several paths behind it. */
function toEndpoint(baseUrl: string): string {
  return normaliseBaseUrl(baseUrl, "without-version").replace(/\/openai(\/v1|\/deployments\/.*)?$/, "");
}
