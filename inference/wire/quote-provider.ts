import { QUOTE_LENGTH_MAX } from "#inference/size-limits.ts";

/** So much is looked at for QUOTE_LENGTH_MAX characters without blanks: words may be megabytes. */
const LOOKED_AT_LENGTH = QUOTE_LENGTH_MAX * 10;

/** A provider's own words, fit for a log: in one line, not too long, and without the key. */
export function quoteProvider(words: string, apiKey: string | null): string {
  const withoutKey = apiKey === null || apiKey === "" ? words : words.replaceAll(apiKey, "[key]");
  const line = withoutKey
    .slice(0, LOOKED_AT_LENGTH)
    .toWellFormed()
    .replaceAll(/[\p{Cc}\s]+/gu, " ")
    .trim();
  return line.length <= QUOTE_LENGTH_MAX ? line : `${line.slice(0, QUOTE_LENGTH_MAX).toWellFormed()}…`;
}
