import type { Connections } from "./connections.ts";

/** How often each socket is asked whether it is still there; one that did not answer the last time is hung up. */
export const PING_INTERVAL_MS = 25_000;

const SLOTS = 25;

/** Feels the pulse of all sockets in turn, about a twenty-fifth of them each second: one timer for all. Returns the way to stop. */
export function startPingWheel(connections: Pick<Connections, "all">): () => void {
  let slot = 0;
  let nextSlot = 0;
  const turn = (): void => {
    for (const connection of connections.all()) {
      // Each keeps its slot: by its place among the others it would be asked again early when one before it comes.
      connection.pulseSlot ??= nextSlot++ % SLOTS;
      if (connection.pulseSlot === slot) connection.checkPulse();
    }
    slot = (slot + 1) % SLOTS;
  };
  const timer = setInterval(turn, PING_INTERVAL_MS / SLOTS);
  return () => clearInterval(timer);
}
