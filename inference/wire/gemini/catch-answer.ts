import { boundedFetch } from "#inference/wire/bounded-fetch.ts";
import { readFailure } from "./read-failure.ts";

/**
 * Lets Google's SDK make one call and takes the raw answer from under it: the SDK gives nobody the
 * response, and what it reads of a stream it reads as decision 7 says that nobody should. Itself it
 * gets to read an empty object. Throws ProviderError for an error status, and what the call throws.
 */
export async function catchAnswer(ask: (fetch: typeof boundedFetch) => Promise<unknown>): Promise<Response> {
  const caught: Response[] = [];
  await ask(async (input, init) => {
    const response = await boundedFetch(input, init);
    if (!response.ok) throw await readFailure(response);
    caught.push(response);
    return new Response("{}", { headers: { "content-type": "application/json" } });
  });
  const [answer] = caught;
  if (answer === undefined || caught.length > 1) throw new Error(`Google's SDK made ${caught.length} calls of one.`);
  return answer;
}
