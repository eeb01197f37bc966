const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** How long something took or takes, at a glance: 420 ms, 1.9 s, 12 s, 3 min, 2 h. */
export function formatDuration(ms: number, language: string): string {
  const [unit, length] = pickUnit(ms);
  const value = ms / length;
  const maximumFractionDigits = unit === "s" && value < 9.95 ? 1 : 0;
  return `${new Intl.NumberFormat(language, { maximumFractionDigits }).format(value)}\u00A0${unit}`;
}

function pickUnit(ms: number): [string, number] {
  if (ms < SECOND_MS) return ["ms", 1];
  if (ms < 2 * MINUTE_MS) return ["s", SECOND_MS];
  return ms < 2 * HOUR_MS ? ["min", MINUTE_MS] : ["h", HOUR_MS];
}
