import type { RouterClock } from "./router-clock.ts";

/** The time of this machine. */
export const systemClock: RouterClock = {
  now: () => Date.now(),
  // The promises of node:timers make an error for every sleep that is ended early, which each answer has.
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const wake = (): void => {
        clearTimeout(timer);
        signal.removeEventListener("abort", wake);
        resolve();
      };
      const timer = setTimeout(wake, Math.min(ms, LONGEST_MS));
      signal.addEventListener("abort", wake, { once: true });
    }),
};

/** A timer takes no more, and who waits that long looks at the time again. */
const LONGEST_MS = 2 ** 31 - 1;
