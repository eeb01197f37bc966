import type { Connection } from "./connection.ts";
import type { Connections } from "./connections.ts";

/** How often each socket is asked whether it is still there; one that did not answer the last time is hung up. */
export const PING_INTERVAL_MS = 25_000;

const SLOTS = 25;

/** Asks all sockets in turn, a twenty-fifth of them each second: one timer for all. Returns the way to stop. */
export function startPingWheel(connections: Pick<Connections, "all">): () => void {
  let slot = 0;
  const turn = (): void => {
    let index = 0;
    for (const connection of connections.all()) if (index++ % SLOTS === slot) check(connection);
    slot = (slot + 1) % SLOTS;
  };
  const timer = setInterval(turn, PING_INTERVAL_MS / SLOTS);
  return () => clearInterval(timer);
}

function check(connection: Connection): void {
  if (connection.isAlive) connection.ping();
  else connection.terminate();
}
