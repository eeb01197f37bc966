import type { AnthropicVertex } from "@anthropic-ai/vertex-sdk";
import { boundedFetch } from "#inference/wire/bounded-fetch.ts";
import type { Authorisation } from "./call-authorised.ts";
import { createCredentials } from "./create-credentials.ts";

/** Anthropic's SDK for one call of Vertex; it retries nothing, and takes nothing from the environment. */
export async function createClaudeClient({ place, token }: Authorisation): Promise<AnthropicVertex> {
  const authClient = await createCredentials(token);
  const { AnthropicVertex: Client } = await import("@anthropic-ai/vertex-sdk");
  return new Client({
    authClient,
    projectId: place.project,
    region: place.region,
    baseURL: `${place.baseUrl}/v1`,
    webhookKey: null,
    maxRetries: 0,
    logLevel: "off",
    openTelemetry: false,
    fetch: boundedFetch,
  });
}
