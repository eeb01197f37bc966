/** A price in US dollars without needless zeros: $3, $0.25. */
export function formatPrice(dollars: number, language: string): string {
  return new Intl.NumberFormat(language, {
    style: "currency",
    currency: "USD",
    minimumFractionDigits: Number.isInteger(dollars) ? 0 : 2,
    maximumFractionDigits: 4,
  }).format(dollars);
}
