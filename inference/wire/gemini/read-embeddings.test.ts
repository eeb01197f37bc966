import { expect, test } from "vitest";
import { readEmbeddings } from "./read-embeddings.ts";

const read = (body: unknown, texts: number) => readEmbeddings(Response.json(body), texts);
const VECTORS = [Float32Array.of(1, 2), Float32Array.of(3, 4)];

test("reads what the Gemini API sends", async () => {
  const body = { embeddings: [{ values: [1, 2] }, { values: [3, 4] }], usageMetadata: { promptTokenCount: 7 } };
  expect(await read(body, 2)).toEqual({ vectors: VECTORS, inputTokens: 7 });
});

test("reads what Vertex sends for several texts, with what each of them cost", async () => {
  const predictions = [
    { embeddings: { values: [1, 2], statistics: { token_count: 3, truncated: false } } },
    { embeddings: { values: [3, 4], statistics: { token_count: 4 } } },
  ];
  expect(await read({ predictions }, 2)).toEqual({ vectors: VECTORS, inputTokens: 7 });
});

test("reads what Vertex sends for one text", async () => {
  const body = { embedding: { values: [1, 2] }, usageMetadata: { promptTokenCount: 3 } };
  expect(await read(body, 1)).toEqual({ vectors: VECTORS.slice(0, 1), inputTokens: 3 });
});

test("says so where nobody counted", async () => {
  expect(await read({ embeddings: [{ values: [1, 2] }] }, 1)).toMatchObject({ inputTokens: null });
  expect(await read({ predictions: [{ embeddings: { values: [1, 2] } }] }, 1)).toMatchObject({ inputTokens: null });
});

test.each([
  null,
  {},
  { embedding: {} },
  { embeddings: [] },
  { embeddings: [{ values: [] }] },
  { embeddings: [{ values: ["1"] }] },
  { embeddings: [{ values: [1] }, { values: [2] }] },
  { predictions: [{}] },
])("%j is no vector for one text", async (body) => {
  await expect(read(body, 1)).rejects.toMatchObject({ code: "provider-stream-broken", isRetryable: true });
});
