import type { RouterClock } from "./router-clock.ts";
import { systemClock } from "./system-clock.ts";

/** A clock that runs so many times as fast as the real one, for drills over real connections. */
export function createFastClock(factor: number): RouterClock {
  const start = Date.now();
  const began = performance.now();
  return {
    now: () => start + Math.round((performance.now() - began) * factor),
    sleep: (ms, signal) => systemClock.sleep(ms / factor, signal),
  };
}
