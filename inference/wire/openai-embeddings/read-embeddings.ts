import { z } from "zod";
import type { Embeddings } from "#inference/embedding-model.ts";
import { ProviderError } from "#inference/provider-error.ts";
import { isRecord } from "#inference/wire/is-record.ts";

/** Longer than the vectors of any model. */
const DIMENSIONS_MAX = 100_000;

const answerSchema = z.object({
  data: z.array(z.unknown()).max(10_000),
  usage: z.object({ prompt_tokens: z.int().nonnegative() }).nullish().catch(null),
});

/**
 * The vectors in an answer of OpenAI's embeddings, in the order of the `count` texts that were sent, whatever order they
 * come in, as numbers or in base64. Throws ProviderError for an answer that is not that.
 */
export async function readEmbeddings(response: Response, count: number): Promise<Embeddings> {
  const answer = answerSchema.safeParse(parseJson(await response.text()));
  if (!answer.success) throw malformed("it is no list of vectors");
  if (answer.data.data.length !== count) throw malformed(`it has ${answer.data.data.length} vectors, not ${count}`);
  const vectors: Float32Array[] = [];
  for (const [place, entry] of answer.data.data.entries()) {
    const index: unknown = isRecord(entry) ? (entry["index"] ?? place) : null;
    const vector = isRecord(entry) ? readVector(entry["embedding"]) : null;
    if (vector === null || !isPlace(index, count) || vectors[index] !== undefined) throw malformed("a vector is none");
    vectors[index] = vector;
  }
  if (new Set(vectors.map(({ length }) => length)).size > 1) throw malformed("its vectors differ in length");
  return { vectors, inputTokens: answer.data.usage?.prompt_tokens ?? null };
}

function isPlace(index: unknown, count: number): index is number {
  return typeof index === "number" && Number.isSafeInteger(index) && index >= 0 && index < count;
}

function readVector(embedding: unknown): Float32Array | null {
  const vector = typeof embedding === "string" ? fromBase64(embedding) : fromNumbers(embedding);
  return vector !== null && vector.length > 0 && vector.every((value) => Number.isFinite(value)) ? vector : null;
}

function fromBase64(text: string): Float32Array | null {
  const bytes = Buffer.from(text, "base64");
  if (bytes.length % Float32Array.BYTES_PER_ELEMENT !== 0) return null;
  // A copy of their own: a piece of a buffer need not begin where a number may.
  return new Float32Array(new Uint8Array(bytes).buffer);
}

function fromNumbers(values: unknown): Float32Array | null {
  if (!Array.isArray(values) || values.length > DIMENSIONS_MAX) return null;
  const numbers = values.filter((value) => typeof value === "number");
  return numbers.length === values.length ? Float32Array.from(numbers) : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function malformed(why: string): ProviderError {
  return new ProviderError("provider-stream-broken", {
    message: `The provider's answer makes no sense: ${why}.`,
    isRetryable: true,
  });
}
