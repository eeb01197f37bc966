import type { ProviderError } from "#inference/provider-error.ts";
import { readRequestId } from "#inference/wire/read-request-id.ts";
import { readRetryAfterMs } from "#inference/wire/read-retry-after-ms.ts";
import { toGeminiError } from "./to-gemini-error.ts";

/** Google's answer with an error status as an error; reads its body. */
export async function readFailure(response: Response): Promise<ProviderError> {
  const { status, headers } = response;
  const text = await response.text();
  const location = headers.get("location");
  const body = location === null ? parseJson(text) : `It redirects to ${location}: use that address.`;
  return toGeminiError(body, {
    status,
    requestId: readRequestId(headers),
    retryAfterMs: readRetryAfterMs(headers),
  });
}

/** What is no JSON is quoted as it is. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
