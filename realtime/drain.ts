import { setTimeout as pause } from "node:timers/promises";
import { handOverGenerations } from "#server/domains/generations/index.ts";
import type { Gateway } from "./gateway.ts";
import { sendAway } from "./send-away.ts";

/** For one that has to leave with everything else. With SHORT_STORE_MS it must stay below the 2 s of scripts/processes/end-with-us.ts. */
export const SHORT_GRACE_MS = 1_000;

/** How long handing over may take. What is not stored by then, another process finds by its heartbeat. */
const STORE_MS = 3_000;
const SHORT_STORE_MS = 800;

export type DrainOptions = {
  /** How long running answers may go on. */
  graceMs: number;
  /** When it aborts, the grace is over. */
  hurry: AbortSignal;
};

/** Sends all sockets to another process and lets running answers finish; those that need longer are handed over with what they have. */
export async function drain({ context, connections }: Gateway, { graceMs, hurry }: DrainOptions): Promise<void> {
  const { liveGenerations } = context;
  const grace = pause(graceMs, undefined, { signal: hurry, ref: false }).catch(ignoreHurry);
  // Half of it at most: the last to be told may just have asked something.
  await sendAway(connections, graceMs / 2, hurry);
  await Promise.race([liveGenerations.whenIdle(), grace]);
  const storeMs = hurry.aborted || graceMs <= SHORT_GRACE_MS ? SHORT_STORE_MS : STORE_MS;
  await Promise.race([handOverGenerations(context), pause(storeMs, undefined, { ref: false })]);
}

/** Its end is all that is waited for. */
function ignoreHurry(): void {}
