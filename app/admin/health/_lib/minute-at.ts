import { HEALTH_MINUTES } from "#contracts/deployment-health.ts";

const MINUTE_MS = 60_000;

/** When the minute at `index` of a series began, of a view that was put together at `at`; milliseconds since 1970. */
export function minuteAt(at: number, index: number): number {
  return (Math.floor(at / MINUTE_MS) - (HEALTH_MINUTES - 1 - index)) * MINUTE_MS;
}
