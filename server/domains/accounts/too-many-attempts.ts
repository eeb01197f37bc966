import { AppError } from "#server/errors.ts";

const MS_MIN = 1000;

/** The error for whoever has to wait until `blockedUntil`; it says for how long. */
export function tooManyAttempts(now: Date, blockedUntil: Date): AppError {
  const retryAfterMs = Math.max(MS_MIN, blockedUntil.getTime() - now.getTime());
  return new AppError("rate-limited", {
    userMessage: `Too many attempts. Wait ${describeWait(Math.ceil(retryAfterMs / 1000))} and try again.`,
    retryAfterMs,
  });
}

function describeWait(seconds: number): string {
  if (seconds >= 100) return `${Math.ceil(seconds / 60)} minutes`;
  return seconds === 1 ? "1 second" : `${seconds} seconds`;
}
