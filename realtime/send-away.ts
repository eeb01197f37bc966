import { setTimeout as pause } from "node:timers/promises";
import type { Connections } from "./connections.ts";

/** Each comes back elsewhere at once, and its handshake is some work: so fast other processes take them without strain. */
const SOCKETS_PER_MS = 1;

const BEAT_MS = 20;

/**
 * Tells every socket to move, a few at a time, so that not all come back elsewhere in the same moment. Takes
 * `withinMs` at most; resolves at once after the rest was told when `hurry` aborts. No socket may be added meanwhile.
 */
export async function sendAway(connections: Connections, withinMs: number, hurry: AbortSignal): Promise<void> {
  const all = [...connections.all()];
  const beats = Math.max(1, Math.min(all.length / SOCKETS_PER_MS, withinMs) / BEAT_MS);
  const perBeat = Math.ceil(all.length / beats);
  for (let start = 0; start < all.length; start += perBeat) {
    for (const connection of all.slice(start, start + perBeat)) connection.close("serverGoing");
    if (start + perBeat < all.length) await pause(BEAT_MS, undefined, { signal: hurry }).catch(ignoreHurry);
  }
}

/** The loop then goes on without a pause. */
function ignoreHurry(): void {}
