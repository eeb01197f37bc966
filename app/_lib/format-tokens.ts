/** A number of tokens at a glance: 128K, 1M. */
export function formatTokens(tokens: number, language: string): string {
  return new Intl.NumberFormat(language, { notation: "compact", maximumFractionDigits: 1 }).format(tokens);
}
