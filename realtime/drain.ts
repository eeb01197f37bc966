import { setTimeout as pause } from "node:timers/promises";
import type { Gateway } from "./gateway.ts";

/** How long answers may go on after the sockets were sent away. With STORE_MS it must stay below the 2 s of scripts/processes/end-with-us.ts. */
const GRACE_MS = 1_000;

/** How long the ends of those that did not finish may take. What is not stored by then, the reaper stores from the log. */
const STORE_MS = 800;

/** Sends all sockets to another process and lets running answers finish; those that need longer end `interrupted`, with what they have. */
export async function drain({ context, connections }: Gateway): Promise<void> {
  const { liveGenerations } = context;
  for (const connection of connections.all()) connection.close("serverGoing");
  await Promise.race([liveGenerations.whenIdle(), pause(GRACE_MS)]);
  for (const live of liveGenerations.list()) live.halt("interrupted");
  await Promise.race([liveGenerations.whenIdle(), pause(STORE_MS)]);
}
