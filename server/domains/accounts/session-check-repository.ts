import type { Database } from "#server/adapters/postgres/database.ts";
import { toColumns } from "#server/adapters/postgres/to-columns.ts";
import type { Session, SessionKey } from "./account.ts";

/** A session that neither ended nor belongs to a disabled account; it may have expired. */
type OpenSession = SessionKey & Pick<Session, "createdAt" | "lastSeenAt" | "expiresAt">;

/** When a session was seen, and up to when it holds by that. */
type SeenSession = SessionKey & Pick<Session, "lastSeenAt" | "expiresAt">;

/** What a process asks that cares for the sessions of many people at once. */
export type SessionCheckRepository = {
  /** Those of these sessions that are open, in two statements. */
  listOpenSessions(keys: readonly SessionKey[]): Promise<OpenSession[]>;
  /** The sessions of anybody that ended at `since` or later. */
  listSessionsEndedSince(since: Date): Promise<SessionKey[]>;
  /** Writes down that these were seen, in one statement, unless a later time stands there already. */
  touchSessions(seen: readonly SeenSession[]): Promise<void>;
};

const LIST_OPEN = `select s.user_id as "userId", s.id as "sessionId", s.created_at as "createdAt",
    s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt"
  from unnest($1::uuid[], $2::uuid[]) as i (user_id, id) join sessions s on s.user_id = i.user_id and s.id = i.id
  where s.ended_at is null`;

/** A statement of its own, because accounts and sessions live apart on a cluster. */
const LIST_ENABLED = `select id from users where id = any($1::uuid[]) and disabled_at is null`;

const LIST_ENDED_SINCE = `select user_id as "userId", id as "sessionId" from sessions where ended_at >= $1`;

const TOUCH = `update sessions s set last_seen_at = i.last_seen_at, expires_at = i.expires_at
  from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::timestamptz[]) as i (user_id, id, last_seen_at, expires_at)
  where s.user_id = i.user_id and s.id = i.id and s.ended_at is null and s.last_seen_at < i.last_seen_at`;

/** The sessions of many people in PostgreSQL. */
export function createSessionCheckRepository({ pool }: Pick<Database, "pool">): SessionCheckRepository {
  return {
    async listOpenSessions(keys) {
      if (keys.length === 0) return [];
      const values = toColumns(keys, ({ userId, sessionId }) => [userId, sessionId]);
      const open = await pool.query<OpenSession>({ name: "accounts.list-open", text: LIST_OPEN, values });
      const users = { name: "accounts.list-enabled", text: LIST_ENABLED, values: [values[0]] };
      const enabled = new Set((await pool.query<{ id: string }>(users)).rows.map(({ id }) => id));
      return open.rows.filter(({ userId }) => enabled.has(userId));
    },
    async listSessionsEndedSince(since) {
      const query = { name: "accounts.list-ended-since", text: LIST_ENDED_SINCE, values: [since] };
      return (await pool.query<SessionKey>(query)).rows;
    },
    async touchSessions(seen) {
      if (seen.length === 0) return;
      const values = toColumns(seen, (row) => [row.userId, row.sessionId, row.lastSeenAt, row.expiresAt]);
      await pool.query({ name: "accounts.touch-sessions", text: TOUCH, values });
    },
  };
}
