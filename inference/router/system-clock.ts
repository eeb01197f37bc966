import { setTimeout as wait } from "node:timers/promises";
import type { RouterClock } from "./router-clock.ts";

/** The time of this machine. */
export const systemClock: RouterClock = {
  now: () => Date.now(),
  sleep: (ms, signal) => wait(ms, undefined, { signal }).catch(ignoreAbort),
};

/** Whoever waits looks at the signal itself. */
function ignoreAbort(): void {}
