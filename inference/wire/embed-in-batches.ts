import type { Embeddings } from "#inference/embedding-model.ts";

/** How many texts go into one call, and how many calls are open at once. */
export type BatchLimits = { textsMax: number; callsMax: number };

/**
 * The vectors of all texts, asked for in as many calls as `limits` demands, in the order of the
 * texts. The first call that fails fails it; no further one is begun then.
 */
export async function embedInBatches(
  texts: readonly string[],
  { textsMax, callsMax }: BatchLimits,
  embed: (texts: readonly string[]) => Promise<Embeddings>,
): Promise<Embeddings> {
  const batches: (readonly string[])[] = [];
  for (let from = 0; from < texts.length; from += textsMax) batches.push(texts.slice(from, from + textsMax));
  const results: Embeddings[] = [];
  for (let from = 0; from < batches.length; from += callsMax) {
    results.push(...(await Promise.all(batches.slice(from, from + callsMax).map(embed))));
  }
  return {
    vectors: results.flatMap(({ vectors }) => vectors),
    inputTokens: results.reduce<number | null>(
      (sum, { inputTokens }) => (sum === null || inputTokens === null ? null : sum + inputTokens),
      0,
    ),
  };
}
