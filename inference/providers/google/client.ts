import type { GoogleGenAI } from "@google/genai";
import type { ProviderConnection } from "#inference/provider.ts";
import { ProviderError } from "#inference/provider-error.ts";
import type { boundedFetch } from "#inference/wire/bounded-fetch.ts";
import { checkApiKey } from "#inference/wire/check-api-key.ts";
import { normaliseBaseUrl } from "#inference/wire/normalise-base-url.ts";

const PUBLIC_BASE_URL = "https://generativelanguage.googleapis.com";

/**
 * Google's SDK for one call of the Gemini API by `fetch`; it retries nothing, and takes nothing from
 * the environment. Throws ProviderError.
 */
export async function createClient(connection: ProviderConnection, fetch: typeof boundedFetch): Promise<GoogleGenAI> {
  if (connection.apiKey === null) {
    throw new ProviderError("provider-key-invalid", { message: "Google needs a key.", isRetryable: false });
  }
  const apiKey = checkApiKey(connection.apiKey);
  const baseUrl = connection.baseUrl === null ? PUBLIC_BASE_URL : toBaseUrl(connection.baseUrl);
  // It takes 20 MB and a fifth of a second, which nobody pays who has no connection to Google.
  const { GoogleGenAI: Client } = await import("@google/genai");
  return new Client({ vertexai: false, apiKey, apiVersion: "v1beta", httpOptions: { baseUrl, fetch } });
}

function toBaseUrl(baseUrl: string): string {
  return normaliseBaseUrl(baseUrl, "without-version").replace(/\/v1beta$/, "");
}
