import { importPKCS8, SignJWT } from "jose";
import { z } from "zod";
import { ProviderError } from "#inference/provider-error.ts";
import { boundedFetch } from "#inference/wire/bounded-fetch.ts";
import { classifyStatus } from "#inference/wire/classify-status.ts";
import { quoteProvider } from "#inference/wire/quote-provider.ts";
import { readRetryAfterMs } from "#inference/wire/read-retry-after-ms.ts";
import type { ServiceAccount } from "./read-service-account.ts";

const SCOPE = "https://www.googleapis.com/auth/cloud-platform";
const GRANT_TYPE = "urn:ietf:params:oauth:grant-type:jwt-bearer";

const grantedSchema = z.object({ access_token: z.string().regex(/^[\x21-\x7e]{1,10000}$/), expires_in: z.number() });
const refusedSchema = z.object({ error: z.string(), error_description: z.string().optional() });

/** What a service account shows instead of its key. */
export type AccessToken = { token: string; expiresInMs: number };

/**
 * Asks Google for a token, by a statement that the service account signs (RFC 7523). Throws
 * ProviderError, which quotes neither the key nor the statement.
 */
export async function requestAccessToken(account: ServiceAccount, signal: AbortSignal): Promise<AccessToken> {
  const assertion = await signAssertion(account);
  const response = await boundedFetch(account.tokenAddress, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ grant_type: GRANT_TYPE, assertion }).toString(),
    signal,
  });
  const body = parseJson(await response.text());
  const granted = grantedSchema.safeParse(body);
  if (response.ok && granted.success) {
    return { token: granted.data.access_token, expiresInMs: granted.data.expires_in * 1000 };
  }
  throw refused(response, body, assertion);
}

async function signAssertion({ email, privateKey, keyId, tokenAddress }: ServiceAccount): Promise<string> {
  try {
    const key = await importPKCS8(privateKey, "RS256");
    return await new SignJWT({ scope: SCOPE })
      .setProtectedHeader({ alg: "RS256", typ: "JWT", ...(keyId === null ? {} : { kid: keyId }) })
      .setIssuer(email)
      .setAudience(tokenAddress)
      .setIssuedAt()
      .setExpirationTime("1h")
      .sign(key);
  } catch {
    // What went wrong with a private key may quote it.
    throw new ProviderError("provider-key-invalid", {
      message: "The private key of the service account is none.",
      isRetryable: false,
    });
  }
}

function refused(response: Response, body: unknown, assertion: string): ProviderError {
  const { status, headers } = response;
  const parsed = refusedSchema.safeParse(body);
  const { error, error_description: description } = parsed.success ? parsed.data : { error: "", error_description: "" };
  const said = quoteProvider(`${error} ${description ?? ""}`, assertion);
  const message = `The service account got no token: ${said || `status ${status}`}`;
  // All that a wrong account, a wrong key and a wrong clock have in common is this word and 400.
  if (status < 500 && (error === "invalid_grant" || error === "invalid_client" || error === "unauthorized_client")) {
    return new ProviderError("provider-key-invalid", { message, isRetryable: false, status });
  }
  const { code, isRetryable } = classifyStatus({ status, type: error, message: said, hasErrorBody: parsed.success });
  return new ProviderError(code, { message, isRetryable, status, retryAfterMs: readRetryAfterMs(headers) });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
