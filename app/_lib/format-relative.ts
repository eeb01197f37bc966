const STEPS = [
  ["minute", 60],
  ["hour", 3600],
  ["day", 86_400],
  ["month", 2_629_746],
  ["year", 31_556_952],
] as const;

/** How long ago in words of the language: "now", "5 minutes ago", "yesterday". */
export function formatRelative(moment: Date, now: Date, language: string): string {
  const seconds = Math.max(0, (now.getTime() - moment.getTime()) / 1000);
  const format = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const [unit, length] = STEPS.findLast(([, stepSeconds]) => seconds >= stepSeconds) ?? ["second", 0];
  return length === 0 ? format.format(0, "second") : format.format(-Math.floor(seconds / length), unit);
}
