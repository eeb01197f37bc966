const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of a moment in a time zone, as YYYY-MM-DD; in UTC where the zone is unknown. */
export function formatDay(moment: Date, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    format = createFormat(timeZone);
    formats.set(timeZone, format);
  }
  return format.format(moment);
}

function createFormat(timeZone: string): Intl.DateTimeFormat {
  const parts = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  try {
    return new Intl.DateTimeFormat("en-CA", { ...parts, timeZone });
  } catch (error) {
    if (error instanceof RangeError) return new Intl.DateTimeFormat("en-CA", { ...parts, timeZone: "UTC" });
    throw error;
  }
}
