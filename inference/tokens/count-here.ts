import { cutLongRuns } from "./cut-long-runs.ts";
import type { Tokenizer } from "#contracts/catalogue-document.ts";
import { TOKENIZERS } from "./tokenizers.ts";

/** Nothing that a person writes is a marker: `<|endoftext|>` in a text is text. */
const PLAIN_TEXT = { disallowedSpecial: new Set<string>() };

/**
 * The tokens of each text, in this thread: it holds whoever calls for about 1 ms for 10,000 characters, at worst 30, and
 * once for 200 ms to read the encoding. Processes that serve people ask `TokenCounter`.
 */
export async function countHere(texts: readonly string[], tokenizer: Tokenizer): Promise<number[]> {
  const { encoding, factor } = TOKENIZERS[tokenizer];
  const { countTokens } = await load(encoding);
  return texts.map((text) => {
    const tokens = cutLongRuns(text).reduce((sum, piece) => sum + countTokens(piece, PLAIN_TEXT), 0);
    return Math.ceil(tokens * factor);
  });
}

/** Only those that are needed: each is some 40 MB of memory. */
function load(encoding: "o200k_base" | "cl100k_base") {
  return encoding === "o200k_base"
    ? import("gpt-tokenizer/encoding/o200k_base")
    : import("gpt-tokenizer/encoding/cl100k_base");
}
