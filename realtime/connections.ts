import type { Connection } from "./connection.ts";

/** For so long the end of a session is remembered, for a socket that is being opened in it. */
const REMEMBER_ENDED_MS = 60_000;

/** The open sockets of this process, by person. */
export class Connections {
  readonly #byUser = new Map<string, Set<Connection>>();
  /** When the end of each was heard, the oldest first. */
  readonly #endedSessions = new Map<string, number>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** False when its session ended while it was being opened. */
  add(connection: Connection): boolean {
    if (this.#endedSessions.has(connection.actor.sessionId)) return false;
    const { userId } = connection.actor;
    const own = this.#byUser.get(userId) ?? new Set();
    this.#byUser.set(userId, own.add(connection));
    this.#size += 1;
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
