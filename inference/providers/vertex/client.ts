import type { GoogleGenAI } from "@google/genai";
import type { boundedFetch } from "#inference/wire/bounded-fetch.ts";
import type { Authorisation } from "./call-authorised.ts";
import { createCredentials } from "./create-credentials.ts";

/** Google's SDK for one call of Vertex by `fetch`; it retries nothing, and takes nothing from the environment. */
export async function createClient({ place, token }: Authorisation, fetch: typeof boundedFetch): Promise<GoogleGenAI> {
  const authClient = await createCredentials(token);
  // As for the Gemini API: nobody pays for it who has no connection to Google.
  const { GoogleGenAI: Client } = await import("@google/genai");
  return new Client({
    vertexai: true,
    project: place.project,
    location: place.region,
    apiVersion: "v1beta1",
    googleAuthOptions: { authClient },
    httpOptions: { baseUrl: place.baseUrl, fetch },
  });
}
