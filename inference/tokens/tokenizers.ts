import type { Tokenizer } from "#contracts/catalogue-document.ts";

/** How the tokens of a family of models are counted. */
type TokenizerFacts = {
  /** The encoding that is counted with. */
  encoding: "o200k_base" | "cl100k_base";
  /**
   * By how much the family's own count may exceed that encoding's, where its tokenizer is not public: rather too much,
   * for a context that is a little smaller costs nothing, and one that is too large is refused.
   */
  factor: number;
  /** The most tokens that one image costs as it is sent, whatever its size. */
  imageTokens: number;
};

/**
 * The families. Exact: o200k and cl100k. Stated: Claude's, for its newer tokenizer, which makes about 30 percent more of
 * the same text than the one before Opus 4.7 (platform.claude.com, token counting, read 2026-11-24); an older model
 * is counted too high by that much.
 */
export const TOKENIZERS: Record<Tokenizer, TokenizerFacts> = {
  o200k: { encoding: "o200k_base", factor: 1, imageTokens: 2_500 },
  cl100k: { encoding: "cl100k_base", factor: 1, imageTokens: 1_105 },
  claude: { encoding: "o200k_base", factor: 1.5, imageTokens: 4_800 },
  gemini: { encoding: "o200k_base", factor: 1.1, imageTokens: 1_120 },
  other: { encoding: "o200k_base", factor: 1.25, imageTokens: 2_500 },
};
