import { Agent } from "node:http";
import type { Socket } from "node:net";

/** Must stay below the time that the web process keeps an idle connection (WEB_KEEP_ALIVE_MS). */
const UPSTREAM_IDLE_MS = 30_000;

/** Keeps idle connections to the process that takes requests at this moment, and to no other: one that leaves would wait for them to end. */
export class UpstreamAgent extends Agent {
  readonly #findPort: () => number | undefined;

  constructor(findPort: () => number | undefined) {
    super({ keepAlive: true, timeout: UPSTREAM_IDLE_MS, scheduling: "lifo" });
    this.#findPort = findPort;
  }

  override keepSocketAlive(socket: Socket): void {
    // What this returns says whether it is kept, though its type does not: nothing is no.
    if (socket.remotePort === this.#findPort()) return super.keepSocketAlive(socket);
  }
}
