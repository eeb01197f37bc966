import { z } from "zod";
import { ProviderError } from "#inference/provider-error.ts";

const VECTORS_MAX = 1_000;
const NUMBERS_MAX = 100_000;

const count = z.int().nonnegative().nullish().catch(null);

/** What is in it is looked at one by one, and numbers by ourselves: of millions that are wrong a schema would say of each how. */
const vectors = z.array(z.unknown()).max(VECTORS_MAX);
const numbers = z.custom<number[]>(isVector);

const usageMetadata = z.object({ promptTokenCount: count }).nullish();

/** What the Gemini API sends for several texts, Vertex for one and for several. */
const answerSchema = z.union([
  z
    .object({ embeddings: vectors, usageMetadata })
    .transform(({ embeddings, ...rest }) => ({ found: embeddings, ...rest })),
  z
    .object({ embedding: z.unknown(), usageMetadata })
    .refine(({ embedding }) => embedding !== undefined)
    .transform(({ embedding, ...rest }) => ({ found: [embedding], ...rest })),
  z.object({ predictions: vectors }).transform(({ predictions }) => ({ found: predictions, usageMetadata: null })),
]);

/** A vector, where it is one of several of Vertex with what its text cost. */
const vectorSchema = z.union([
  z.object({ values: numbers }).transform(({ values }) => ({ values, tokens: null })),
  z
    .object({ embeddings: z.object({ values: numbers, statistics: z.object({ token_count: count }).nullish() }) })
    .transform(({ embeddings: { values, statistics } }) => ({ values, tokens: statistics?.token_count ?? null })),
]);

type ReadEmbeddings = { vectors: Float32Array[]; inputTokens: number | null };

/** The vectors of Google's answer, one for each of `texts` texts. Throws ProviderError for any other answer. */
export async function readEmbeddings(response: Response, texts: number): Promise<ReadEmbeddings> {
  const answer = answerSchema.safeParse(parseJson(await response.text()));
  if (!answer.success) throw senseless("it is no list of vectors");
  const { found, usageMetadata: usage } = answer.data;
  if (found.length !== texts) throw senseless(`it has ${found.length} vectors for ${texts} texts`);
  let tokens: number | null = 0;
  const read = found.map((one) => {
    const vector = vectorSchema.safeParse(one);
    if (!vector.success) throw senseless("what should be a vector is none");
    tokens = tokens === null || vector.data.tokens === null ? null : tokens + vector.data.tokens;
    return Float32Array.from(vector.data.values);
  });
  return { vectors: read, inputTokens: usage?.promptTokenCount ?? tokens };
}

function isVector(values: unknown): boolean {
  return Array.isArray(values) && values.length > 0 && values.length <= NUMBERS_MAX && values.every(Number.isFinite);
}

function senseless(why: string): ProviderError {
  return new ProviderError("provider-stream-broken", {
    message: `The provider's answer makes no sense: ${why}.`,
    isRetryable: true,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
