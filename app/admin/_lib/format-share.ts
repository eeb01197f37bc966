/** A share from 0 to 1 in per cent, so exact that little is not called nothing: 0 %, 0.4 %, 12 %. */
export function formatShare(share: number, language: string): string {
  const maximumFractionDigits = share > 0 && share < 0.1 ? 1 : 0;
  const shown = share > 0 ? Math.max(share, 0.001) : 0;
  return new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits }).format(shown);
}
