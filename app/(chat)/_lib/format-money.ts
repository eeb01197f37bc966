const CENT = 0.01;

/** US dollars with the precision that matters, in the person's language; null below one cent, where words are truer. */
export function formatMoney(dollars: number, language: string): string | null {
  if (dollars > 0 && dollars < CENT) return null;
  return new Intl.NumberFormat(language, { style: "currency", currency: "USD" }).format(dollars);
}

/** US dollars to the last digit that counts. */
export function formatExactMoney(dollars: number, language: string): string {
  const precision = { style: "currency", currency: "USD", maximumSignificantDigits: 4 } as const;
  return new Intl.NumberFormat(language, precision).format(dollars);
}
