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
 * For how long at most a session is read without a look in the database, in milliseconds: enough for a page that asks
 * a dozen things at once, and not longer than a revocation may take that no engine could be told of.
 */
export const REMEMBERED_MS = 1_000;

/**
 * Remembers for a moment which sessions hold, so that not every request asks the database, and for longer which were
 * revoked. The database stays the truth; an engine that is away, slow or was flushed costs a look there and nothing else.
 */
export interface SessionCache {
  /**
   * The session, from memory or else from `load`, which looks in the database, is asked at most once here and may find
   * none. Throws what `load` throws.
   */
  read(name: SessionName, load: () => Promise<CachedSession | null>): Promise<CachedSession | null>;
  /**
   * Call it after the commit that ended these sessions: from its return on no process reads them. Where the engine does
   * not answer it returns after `REMEMBERED_MS`, when whatever anybody found before has lapsed. Safe to repeat; never
   * throws, a failure is logged.
   */
  revoke(names: readonly SessionName[]): Promise<void>;
}
