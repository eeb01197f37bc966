import type { ProviderConnection } from "#inference/provider.ts";
import { ProviderError } from "#inference/provider-error.ts";
import { boundedFetch } from "#inference/wire/bounded-fetch.ts";
import { callWithin } from "#inference/wire/call-within.ts";
import { readFailure } from "#inference/wire/gemini/read-failure.ts";
import { readModels } from "#inference/wire/gemini/read-models.ts";
import { callAuthorised, type Authorisation } from "./call-authorised.ts";

/** Vertex gives no more in one page. */
const PAGE_SIZE = 100;
const PAGES_MAX = 10;

/**
 * The names of the Gemini and Claude models that Vertex has, sorted: its list says what Google
 * offers, not what the project may use. Anthropic's are left out where they may not be listed.
 * Throws ProviderError.
 */
export async function listModelNames(connection: ProviderConnection, signal: AbortSignal): Promise<string[]> {
  return callWithin(connection, signal, (callSignal) =>
    callAuthorised(connection, callSignal, async (authorisation) => {
      const google = await listPublisher(authorisation, "google", callSignal);
      const anthropic = await listPublisher(authorisation, "anthropic", callSignal).catch(ignoreRefusal);
      return [
        ...google.filter((name) => name.startsWith("gemini-")),
        ...anthropic.filter((name) => name.startsWith("claude-")),
      ].toSorted();
    }),
  );
}

/** Not every project may see another publisher's models; what it may use it can still name. */
function ignoreRefusal(thrown: unknown): string[] {
  if (thrown instanceof ProviderError && !thrown.isRetryable) return [];
  throw thrown;
}

async function listPublisher(
  authorisation: Authorisation,
  publisher: "google" | "anthropic",
  signal: AbortSignal,
): Promise<string[]> {
  const names: string[] = [];
  let pageToken = "";
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const query = new URLSearchParams({ pageSize: `${PAGE_SIZE}`, ...(pageToken === "" ? {} : { pageToken }) });
    const path = `/v1beta1/publishers/${publisher}/models?${query}`;
    const read = await readModels(await get(authorisation, path, signal));
    names.push(...read.names);
    if (read.nextPageToken === null) break;
    pageToken = read.nextPageToken;
  }
  return [...new Set(names)];
}

async function get({ place, token }: Authorisation, path: string, signal: AbortSignal): Promise<Response> {
  const headers = { authorization: `Bearer ${token}` };
  const response = await boundedFetch(place.baseUrl + path, { headers, signal });
  if (!response.ok) throw await readFailure(response);
  return response;
}
