import { QUOTE_LENGTH_MAX } from "#inference/size-limits.ts";

/** A provider's own words, fit for a log: in one line, not too long, and without the key. */
export function quoteProvider(words: string, apiKey: string | null): string {
  const withoutKey = apiKey === null || apiKey === "" ? words : words.replaceAll(apiKey, "[key]");
  const line = withoutKey
    .toWellFormed()
    .replaceAll(/[\p{Cc}\s]+/gu, " ")
    .trim();
  return line.length <= QUOTE_LENGTH_MAX ? line : `${line.slice(0, QUOTE_LENGTH_MAX).toWellFormed()}…`;
}
