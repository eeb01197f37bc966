/** What is known of a session without asking the database. Times are in milliseconds since the epoch. */
export type CachedSession = {
  role: "user" | "admin";
  createdAt: number;
  lastSeenAt: number;
  expiresAt: number;
};

/** Names a session; `userId` comes first because it decides where the data lives. */
export type SessionName = { userId: string; sessionId: string };

/**
 * Remembers which sessions hold, so that not every request asks the database, and which were revoked.
 * The database stays the truth; an engine that is away or was flushed costs a look there and nothing else.
 */
export interface SessionCache {
  /**
   * The session, from memory or else from `load`, which is asked at most once here and may find none. What was found may
   * be remembered for a minute. Never a session that was revoked before the call, whatever `load` says. Throws what `load` throws.
   */
  read(name: SessionName, load: () => Promise<CachedSession | null>): Promise<CachedSession | null>;
  /** From its return on no process reads these sessions. Call it after the commit that ended them. Safe to repeat; never throws, a failure is logged. */
  revoke(names: readonly SessionName[]): Promise<void>;
}
