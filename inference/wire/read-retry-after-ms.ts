const RETRY_AFTER_MAX_MS = 24 * 60 * 60 * 1000;

/**
 * How long a provider asks to wait, in whole milliseconds from `now`, at most a day; null where it does not say.
 * `retry-after-ms` is OpenAI's; `retry-after` in seconds or as a date is RFC 9110, 10.2.3.
 */
export function readRetryAfterMs(headers: Headers, now: number = Date.now()): number | null {
  const milliseconds = readNumber(headers.get("retry-after-ms"));
  if (milliseconds !== null) return clamp(milliseconds);
  const text = headers.get("retry-after");
  if (text === null) return null;
  const seconds = readNumber(text);
  if (seconds !== null) return clamp(seconds * 1000);
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : clamp(date - now);
}

function readNumber(text: string | null): number | null {
  return text !== null && /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : null;
}

function clamp(milliseconds: number): number {
  return Math.round(Math.min(Math.max(milliseconds, 0), RETRY_AFTER_MAX_MS));
}
