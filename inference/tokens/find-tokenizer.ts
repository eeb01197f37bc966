import type { Tokenizer } from "#contracts/catalogue-document.ts";

/** Looked through in this order; the first that fits a name decides. */
const FAMILIES: readonly [pattern: RegExp, name: Tokenizer][] = [
  [/claude/, "claude"],
  [/gemini|gemma/, "gemini"],
  [/gpt-(3\.5|35|4(?![o.1]))/, "cl100k"],
  [/gpt-|chatgpt|\bo[1-9]\b/, "o200k"],
];

/** The family of a model by any name that a provider or a gateway gives it; `other` where nothing is known. Pure. */
export function findTokenizer(modelName: string): Tokenizer {
  const name = modelName.toLowerCase();
  return FAMILIES.find(([pattern]) => pattern.test(name))?.[1] ?? "other";
}
