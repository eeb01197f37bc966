import type { Connection } from "./connection.ts";
import { FrameMemory } from "./frame-memory.ts";

/** For so long the end of a session is remembered, for a socket that is being opened in it. */
const REMEMBER_ENDED_MS = 60_000;

/** How many sockets one person may have open in one process: tabs and devices, with a margin for those that died unheard. */
export const SOCKETS_OF_PERSON_MAX = 50;

/** The open sockets of this process, by person. */
export class Connections {
  /** What the frames of all of them hold in memory before they are served. */
  readonly frameMemory = new FrameMemory();
  readonly #byUser = new Map<string, Set<Connection>>();
  /** When the end of each was heard, the oldest first. */
  readonly #endedSessions = new Map<string, number>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /**
   * False when its session ended while it was being opened. Where the person has as many as one may have, the one that
   * asked for nothing for longest is closed: somebody looks at the new one, and those of a lost network answer no more.
   */
  add(connection: Connection): boolean {
    if (this.#endedSessions.has(connection.actor.sessionId)) return false;
    const { userId } = connection.actor;
    const own = this.#byUser.get(userId) ?? new Set();
    this.#byUser.set(userId, own.add(connection));
    this.#size += 1;
    if (own.size > SOCKETS_OF_PERSON_MAX) closeIdlest(own);
    return true;
  }

  remove(connection: Connection): void {
    const { userId } = connection.actor;
    const own = this.#byUser.get(userId);
    if (!own?.delete(connection)) return;
    this.#size -= 1;
    if (own.size === 0) this.#byUser.delete(userId);
  }

  ofUser(userId: string): Iterable<Connection> {
    return this.#byUser.get(userId) ?? [];
  }

  *all(): Iterable<Connection> {
    for (const own of this.#byUser.values()) yield* own;
  }

  /** Closes every socket of the session, and those of it that are just being opened. */
  endSession(userId: string, sessionId: string): void {
    this.#endedSessions.delete(sessionId);
    this.#endedSessions.set(sessionId, performance.now());
    this.#forgetOldEnds();
    for (const connection of this.ofUser(userId)) {
      if (connection.actor.sessionId === sessionId) connection.close("sessionEnded");
    }
  }

  #forgetOldEnds(): void {
    for (const [sessionId, heardAt] of this.#endedSessions) {
      if (performance.now() - heardAt < REMEMBER_ENDED_MS) return;
      this.#endedSessions.delete(sessionId);
    }
  }
}

/** Those that say goodbye already count no more. */
function closeIdlest(own: Iterable<Connection>): void {
  const open = [...own].filter(({ isClosing }) => !isClosing).toSorted((one, other) => one.askedAt - other.askedAt);
  for (const connection of open.slice(0, Math.max(0, open.length - SOCKETS_OF_PERSON_MAX))) {
    connection.close("tooManySockets");
  }
}
