import { z } from "zod";
import type { Database } from "#server/adapters/postgres/database.ts";
import { createWriteBatcher } from "#server/adapters/postgres/write-batcher.ts";
import type { Account, Session, SessionKey } from "./account.ts";
import { roleSchema } from "./schema.ts";
import { spendWrite } from "./spend-write-repository.ts";

/** A session with what decides today whether it holds, and with which rights. */
type SessionState = Pick<Session, "createdAt" | "lastSeenAt" | "expiresAt" | "endedAt"> &
  Pick<Account, "role" | "disabledAt">;

/** Who is signed in where, and which single-use tokens were used. */
export type SessionRepository = {
  createSession(session: Session): Promise<void>;
  /** One look-up by primary key: the way of every request. */
  findSessionState(key: SessionKey): Promise<SessionState | null>;
  /** Sessions that hold at `now`, the last seen first. */
  listSessions(userId: string, now: Date): Promise<Session[]>;
  /** From which addresses the person ever signed in, as far as is remembered. */
  listSessionAddresses(userId: string): Promise<string[]>;
  /** Writes down that the session was seen, unless a later time stands there already. */
  touchSession(key: SessionKey, lastSeenAt: Date, expiresAt: Date): Promise<void>;
  /** Ends one session, or all of the person but `exceptId`; says which of them it was that ended. Safe to repeat. */
  endSessions(userId: string, which: { id: string } | { exceptId: string | null }, now: Date): Promise<string[]>;
  /** Spends a token; false when it was spent before. */
  spendToken(userId: string, tokenId: string, expiresAt: Date): Promise<boolean>;
  /** Forgets sessions that ended or expired before `before`, and tokens that expired. Says how many rows went. */
  deleteStaleSessions(before: Date, now: Date): Promise<number>;
};

const stateSchema = z.object({
  createdAt: z.date(),
  lastSeenAt: z.date(),
  expiresAt: z.date(),
  endedAt: z.date().nullable(),
  role: roleSchema,
  disabledAt: z.date().nullable(),
});

/** The sessions in PostgreSQL. */
export function createSessionRepository({
  pool,
  writePool,
  prisma,
}: Pick<Database, "pool" | "writePool" | "prisma">): SessionRepository {
  const spend = createWriteBatcher(writePool, spendWrite);
  return {
    async createSession(session) {
      await prisma.session.create({ data: session });
    },
    async findSessionState({ userId, sessionId }) {
      const { rows } = await pool.query({
        name: "accounts-find-session-state",
        text: `select s.created_at as "createdAt", s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt",
                 s.ended_at as "endedAt", u.role, u.disabled_at as "disabledAt"
               from sessions s join users u on u.id = s.user_id
               where s.user_id = $1 and s.id = $2`,
        values: [userId, sessionId],
      });
      return stateSchema.nullable().parse(rows[0] ?? null);
    },
    listSessions: (userId, now) =>
      prisma.session.findMany({
        where: { userId, endedAt: null, expiresAt: { gt: now } },
        orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
      }),
    async listSessionAddresses(userId) {
      const rows = await prisma.session.groupBy({ by: "ipAddress", where: { userId } });
      return rows.flatMap(({ ipAddress }) => ipAddress ?? []);
    },
    async touchSession({ userId, sessionId }, lastSeenAt, expiresAt) {
      await prisma.session.updateMany({
        where: { userId, id: sessionId, endedAt: null, lastSeenAt: { lt: lastSeenAt } },
        data: { lastSeenAt, expiresAt },
      });
    },
    async endSessions(userId, which, now) {
      const ids = "id" in which ? { id: which.id } : which.exceptId === null ? {} : { id: { not: which.exceptId } };
      const ended = await prisma.session.updateManyAndReturn({
        where: { userId, ...ids, endedAt: null },
        data: { endedAt: now },
        select: { id: true },
      });
      return ended.map(({ id }) => id);
    },
    spendToken: (userId, tokenId, expiresAt) => spend({ userId, tokenId, expiresAt }),
    async deleteStaleSessions(before, now) {
      const sessions = await prisma.session.deleteMany({
        where: { OR: [{ endedAt: { lt: before } }, { expiresAt: { lt: before } }] },
      });
      const tokens = await prisma.spentToken.deleteMany({ where: { expiresAt: { lt: now } } });
      return sessions.count + tokens.count;
    },
  };
}
