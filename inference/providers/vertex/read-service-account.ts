import { z } from "zod";
import { ProviderError } from "#inference/provider-error.ts";

const GOOGLE_TOKEN_ADDRESS = "https://oauth2.googleapis.com/token";

const accountSchema = z.object({
  client_email: z.string().min(1).max(500),
  private_key: z.string().min(1).max(20_000),
  private_key_id: z.string().max(2_000).optional(),
  project_id: z.string().max(200).optional(),
  token_uri: z.string().max(2_000).default(GOOGLE_TOKEN_ADDRESS),
});

/** A service account's key, as Google lets people download one. */
export type ServiceAccount = {
  email: string;
  privateKey: string;
  keyId: string | null;
  project: string | null;
  tokenAddress: string;
};

/** The service account of a connection, whose key is the JSON of that file. Throws ProviderError, which quotes nothing of it. */
export function readServiceAccount(apiKey: string | null): ServiceAccount {
  const parsed = accountSchema.safeParse(parseJson(apiKey ?? ""));
  if (!parsed.success) {
    throw new ProviderError("provider-key-invalid", {
      message: "Vertex needs the key of a service account, whole, as the JSON that Google lets people download.",
      isRetryable: false,
    });
  }
  const { data } = parsed;
  return {
    email: data.client_email,
    privateKey: data.private_key,
    keyId: data.private_key_id ?? null,
    project: data.project_id ?? null,
    tokenAddress: data.token_uri,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
