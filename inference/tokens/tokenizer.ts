/** The families of models that cut text into tokens in the same way. */
export type TokenizerName = "o200k" | "cl100k" | "claude" | "claude-3" | "gemini" | "other";

/** How the tokens of a family are counted. */
export type Tokenizer = {
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
 * The families. Exact: o200k and cl100k. Stated: Claude cut English and code about a fifth finer than o200k until Opus
 * 4.7, whose tokenizer makes about 30 percent more of the same text (platform.claude.com, token counting, read 2026-11-24).
 */
export const TOKENIZERS: Record<TokenizerName, Tokenizer> = {
  o200k: { encoding: "o200k_base", factor: 1, imageTokens: 2_500 },
  cl100k: { encoding: "cl100k_base", factor: 1, imageTokens: 1_105 },
  claude: { encoding: "o200k_base", factor: 1.6, imageTokens: 4_800 },
  "claude-3": { encoding: "o200k_base", factor: 1.2, imageTokens: 1_600 },
  gemini: { encoding: "o200k_base", factor: 1.1, imageTokens: 1_120 },
  other: { encoding: "o200k_base", factor: 1.25, imageTokens: 2_500 },
};
