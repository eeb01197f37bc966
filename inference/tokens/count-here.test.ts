import * as fc from "fast-check";
import { countTokens as countCl100k } from "gpt-tokenizer/encoding/cl100k_base";
import { countTokens as countO200k } from "gpt-tokenizer/encoding/o200k_base";
import { expect, test } from "vitest";
import { boundTokens } from "./bound-tokens.ts";
import { countHere } from "./count-here.ts";
import { cutLongRuns } from "./cut-long-runs.ts";
import type { Tokenizer } from "#contracts/catalogue-document.ts";
import { TOKENIZERS } from "./tokenizers.ts";

const TEXTS = [
  "",
  "Hello, world!",
  "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich.",
  "今天天气很好，我们去公园散步吧。",
  "मौसम अच्छा है। الطقس جميل اليوم.",
  "👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301",
  "function add(a, b) {\n  return a + b; // 12345678\n}\n\n\t\t| a | b |\n|---|---|\n",
  "<|endoftext|> is written here as it is <|im_start|>",
];

test.each([
  ["o200k", countO200k],
  ["cl100k", countCl100k],
] as const)("%s counts what the tokenizer itself counts", async (tokenizer, count) => {
  const expected = TEXTS.map((text) => count(text, { disallowedSpecial: new Set() }));
  expect(await countHere(TEXTS, tokenizer)).toEqual(expected);
});

test("known texts have the counts that are published for them", async () => {
  expect(await countHere(["hello world", "tiktoken is great!"], "cl100k")).toEqual([2, 6]);
  expect(await countHere(["hello world"], "o200k")).toEqual([2]);
});

test("a family whose tokenizer is not public is counted with its stated factor, upwards", async () => {
  const [plain = 0] = await countHere(["one two three"], "o200k");
  expect(await countHere(["one two three"], "claude")).toEqual([Math.ceil(plain * TOKENIZERS.claude.factor)]);
});

test("no text has more tokens than its bound, and cutting loses nothing", async () => {
  const words = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }));
  await fc.assert(
    fc.asyncProperty(words, async (text) => {
      expect(cutLongRuns(text).join("")).toBe(text);
      const exact = await countHere([text], "o200k");
      expect(exact[0]).toBeLessThanOrEqual(boundTokens(text));
    }),
  );
});

test("text without runs of more than 256 letters is never cut", () => {
  expect(cutLongRuns("word ".repeat(2_000))).toHaveLength(1);
  expect(cutLongRuns("x".repeat(255))).toHaveLength(1);
  expect(cutLongRuns("x".repeat(600)).map(({ length }) => length)).toEqual([256, 256, 88]);
  expect(cutLongRuns("😀".repeat(300)).join("")).toBe("😀".repeat(300));
});

const RUNS: [what: string, text: string][] = [
  ["letters", "a".repeat(200_000)],
  ["blanks", " ".repeat(200_000)],
  ["line breaks", "\n".repeat(200_000)],
  ["signs", "!?".repeat(100_000)],
  ["Chinese without a break", "天气很好我们去公园".repeat(10_000)],
];

test.each(RUNS)(
  "a run of %s that never ends takes time by its length alone",
  async (_what, text) => {
    // By the square of the length, this would take minutes.
    const counts = await countHere([text, text.slice(0, 400)], "other");
    expect(counts[0]).toBeGreaterThan(counts[1] ?? Infinity);
  },
  10_000,
);

test("every family has an encoding", async () => {
  for (const name of Object.keys(TOKENIZERS) as Tokenizer[]) {
    expect((await countHere(["a"], name))[0]).toBeGreaterThanOrEqual(1);
  }
});
