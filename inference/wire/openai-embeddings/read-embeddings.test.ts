import { expect, test } from "vitest";
import { readEmbeddings } from "./read-embeddings.ts";

const read = (body: unknown, count = 2) =>
  readEmbeddings(new Response(typeof body === "string" ? body : JSON.stringify(body)), count);
const base64 = (...values: number[]): string => Buffer.from(Float32Array.from(values).buffer).toString("base64");
const answer = (...embeddings: unknown[]): object => ({
  data: embeddings.map((embedding, index) => ({ index, embedding })),
  usage: { prompt_tokens: 5, total_tokens: 5 },
});

test("vectors come in the order of the texts, however they are written", async () => {
  const { data } = {
    data: [
      { index: 1, embedding: base64(0.5, -2) },
      { index: 0, embedding: [1, 0.25] },
    ],
  };
  expect(await read({ data, usage: { prompt_tokens: 5 } })).toEqual({
    vectors: [Float32Array.from([1, 0.25]), Float32Array.from([0.5, -2])],
    inputTokens: 5,
  });
});

test("a server that numbers nothing and counts nothing is understood", async () => {
  expect(await read({ data: [{ embedding: [1] }, { embedding: [2] }] })).toEqual({
    vectors: [Float32Array.from([1]), Float32Array.from([2])],
    inputTokens: null,
  });
});

test.each([
  ["no JSON", "<html>"],
  ["no list", { data: "none" }],
  ["too few vectors", answer([1])],
  ["too many", answer([1], [2], [3])],
  ["words for numbers", answer([1], ["2"])],
  ["no number", answer([1], [null])],
  ["an empty vector", answer([1], [])],
  ["half a number", answer([1], Buffer.from([1, 2, 3]).toString("base64"))],
  ["infinity", answer([1], base64(Infinity))],
  ["vectors of two lengths", answer([1], [1, 2])],
  [
    "one place twice",
    {
      data: [
        { index: 0, embedding: [1] },
        { index: 0, embedding: [2] },
      ],
    },
  ],
  [
    "a place that was not asked for",
    {
      data: [
        { index: 0, embedding: [1] },
        { index: 2, embedding: [2] },
      ],
    },
  ],
])("%s makes no sense", async (_what, body) => {
  await expect(read(body)).rejects.toMatchObject({ name: "ProviderError", code: "provider-stream-broken" });
});
