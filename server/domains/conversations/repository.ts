import type { Database } from "#server/adapters/postgres/database.ts";
import type { ConversationChanges, ConversationRecord } from "./conversation.ts";
import type { ListCursor } from "./list-cursor.ts";

/** The conversations of one person. Deleted ones are invisible to every method but `restore` and the purge. */
export type ConversationRepository = {
  /** The newest first; `after` null begins at the top. */
  list(userId: string, after: ListCursor | null, limit: number): Promise<ConversationRecord[]>;
  /** At most `limit` that changed or were deleted after `since`, by the database's clock, in no promised order. */
  listChanges(userId: string, since: Date, limit: number): Promise<ConversationChanges>;
  /** Writes down that the person has seen it up to now. False where nothing was unread. Safe to repeat. */
  markRead(userId: string, id: string): Promise<boolean>;
  find(userId: string, id: string): Promise<ConversationRecord | null>;
  /** False when there is no such conversation. */
  rename(userId: string, id: string, title: string): Promise<boolean>;
  /** Gives a title that a model made, unless a model or a person already gave one; says whether it did. */
  setModelTitle(userId: string, id: string, title: string): Promise<boolean>;
  /** False when there is no such conversation, or it is deleted already. */
  delete(userId: string, id: string, at: Date): Promise<boolean>;
  /** False when there is nothing to bring back. Safe to repeat. */
  restore(userId: string, id: string): Promise<boolean>;
  /** Makes the newest leaf under `messageId` the current one and returns it; null when there is no such message here. */
  selectBranch(userId: string, id: string, messageId: string): Promise<string | null>;
  /** Whose conversations were deleted before `cutoff`, the longest gone first. Looks across users: for maintenance only. */
  findDeletedBefore(cutoff: Date, limit: number): Promise<{ userId: string; id: string }[]>;
  /**
   * Removes a conversation that was deleted before `cutoff`, with its messages, generations and
   * their logs, all or nothing. False where it is gone, or was restored meanwhile. Safe to repeat.
   */
  purge(userId: string, id: string, cutoff: Date): Promise<boolean>;
};

const COLUMNS = `c.id, c.title, c.title_source as "titleSource", c.model_id as "modelId",
  c.current_leaf_id as "currentLeafId", c.created_at as "createdAt", c.updated_at as "updatedAt",
  exists (select 1 from generations g
    where g.user_id = $1 and g.conversation_id = c.id and g.status in ('queued', 'running')) as "isRunning",
  c.answered_at is not null and (c.read_at is null or c.read_at < c.answered_at) as "isUnread"`;

const LIST = `select ${COLUMNS} from conversations c where c.user_id = $1 and c.deleted_at is null
  order by c.updated_at desc, c.id desc limit $2`;

const LIST_AFTER = `select ${COLUMNS} from conversations c where c.user_id = $1 and c.deleted_at is null
  and (c.updated_at, c.id) < ($3, $4) order by c.updated_at desc, c.id desc limit $2`;

const LIST_CHANGES = `select ${COLUMNS}, c.deleted_at is not null as "isDeleted" from conversations c
  where c.user_id = $1 and c.changed_at > $2 order by c.changed_at desc limit $3`;

/** The end of an answer bears the time of the process that wrote it, which may be ahead of the database's. */
const MARK_READ = `update conversations set read_at = greatest(now(), answered_at), changed_at = now()
  where user_id = $1 and id = $2 and deleted_at is null and answered_at is not null
    and (read_at is null or read_at < answered_at)`;

const FIND = `select ${COLUMNS} from conversations c where c.user_id = $1 and c.id = $2 and c.deleted_at is null`;

const NEWEST_LEAF = `with recursive tree as (
    select id, created_at from messages where user_id = $1 and conversation_id = $2 and id = $3
    union all
    select m.id, m.created_at from messages m join tree t on m.parent_id = t.id
    where m.user_id = $1 and m.conversation_id = $2)
  select id from tree t where not exists (select 1 from messages m
    where m.user_id = $1 and m.conversation_id = $2 and m.parent_id = t.id)
  order by created_at desc, id desc limit 1`;

/** An answer that was gone on with had more generations than the one that its message names. */
const PURGE = `with gone as (
    delete from conversations where user_id = $1 and id = $2 and deleted_at < $3 returning id),
  runs as (
    delete from generations where user_id = $1 and conversation_id = $2 and exists (select 1 from gone) returning id),
  logs as (delete from generation_parts where user_id = $1 and generation_id in (select id from runs)),
  said as (delete from messages where user_id = $1 and conversation_id = $2 and exists (select 1 from gone))
  select 1 from gone`;

/** The conversations in PostgreSQL; plain SQL, because the sidebar and every message pass here. */
export function createConversationRepository({ pool }: Pick<Database, "pool">): ConversationRepository {
  const changed = async (text: string, values: unknown[]) => ((await pool.query(text, values)).rowCount ?? 0) > 0;
  return {
    async list(userId, after, limit) {
      const query = after
        ? { name: "conversations.list-after", text: LIST_AFTER, values: [userId, limit, after.updatedAt, after.id] }
        : { name: "conversations.list", text: LIST, values: [userId, limit] };
      return (await pool.query<ConversationRecord>(query)).rows;
    },
    async listChanges(userId, since, limit) {
      const query = { name: "conversations.list-changes", text: LIST_CHANGES, values: [userId, since, limit] };
      const { rows } = await pool.query<ConversationRecord & { isDeleted: boolean }>(query);
      const deletedIds = rows.flatMap(({ id, isDeleted }) => (isDeleted ? [id] : []));
      return { changed: rows.filter(({ isDeleted }) => !isDeleted), deletedIds };
    },
    markRead: (userId, id) => changed(MARK_READ, [userId, id]),
    async find(userId, id) {
      const query = { name: "conversations.find", text: FIND, values: [userId, id] };
      return (await pool.query<ConversationRecord>(query)).rows[0] ?? null;
    },
    rename: (userId, id, title) =>
      changed(
        `update conversations set title = $3, title_source = 'person', changed_at = now()
         where user_id = $1 and id = $2 and deleted_at is null`,
        [userId, id, title],
      ),
    setModelTitle: (userId, id, title) =>
      changed(
        `update conversations set title = $3, title_source = 'model', changed_at = now()
         where user_id = $1 and id = $2 and deleted_at is null and title_source = 'first-words'`,
        [userId, id, title],
      ),
    delete: (userId, id, at) =>
      changed(
        `update conversations set deleted_at = $3, changed_at = now() where user_id = $1 and id = $2 and deleted_at is null`,
        [userId, id, at],
      ),
    restore: (userId, id) =>
      changed(`update conversations set deleted_at = null, changed_at = now() where user_id = $1 and id = $2`, [
        userId,
        id,
      ]),
    async selectBranch(userId, id, messageId) {
      const leaf = (await pool.query<{ id: string }>(NEWEST_LEAF, [userId, id, messageId])).rows[0];
      if (!leaf) return null;
      const done = await changed(
        `update conversations set current_leaf_id = $3, changed_at = now() where user_id = $1 and id = $2 and deleted_at is null`,
        [userId, id, leaf.id],
      );
      return done ? leaf.id : null;
    },
    async findDeletedBefore(cutoff, limit) {
      const text = `select user_id as "userId", id from conversations where deleted_at < $1 order by deleted_at limit $2`;
      return (await pool.query<{ userId: string; id: string }>(text, [cutoff, limit])).rows;
    },
    purge: (userId, id, cutoff) => changed(PURGE, [userId, id, cutoff]),
  };
}
