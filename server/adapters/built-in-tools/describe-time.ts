import { AppError } from "#server/errors.ts";

/** A moment as people in a time zone say it, with the distance to UTC and the moment itself. Throws AppError for a zone that there is not. */
export function describeTime(moment: Date, timeZone: string): string {
  const parts = new Map(
    format(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "";
  const day = `${part("weekday")}, ${part("day")} ${part("month")} ${part("year")}`;
  const distance = part("timeZoneName").replace("GMT", "UTC");
  const time = `${part("hour")}:${part("minute")}:${part("second")}`;
  const seconds = moment.toISOString().replace(/\.\d+Z$/, "Z");
  return `${day}, ${time} in ${timeZone} (${distance}). As ISO 8601: ${seconds}`;
}

function format(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat("en-GB", {
      timeZone,
      weekday: "long",
      day: "numeric",
      month: "long",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hourCycle: "h23",
      timeZoneName: "longOffset",
    });
  } catch (cause) {
    const userMessage = "There is no such time zone. Name one of the IANA database, for example Europe/Berlin.";
    throw new AppError("invalid-input", { userMessage, cause });
  }
}
