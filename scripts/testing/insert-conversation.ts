import { v7 as uuidv7 } from "uuid";
import type { Database } from "#server/adapters/postgres/database.ts";

type Given = { userId: string; title?: string; titleSource?: string; at?: Date; deletedAt?: Date | null };

/** Puts a conversation without messages into the database, as if it were started `at`, and returns its id. */
export async function insertConversation({ pool }: Database, given: Given): Promise<string> {
  const id = uuidv7();
  const at = given.at ?? new Date();
  await pool.query(
    `insert into conversations (user_id, id, title, title_source, created_at, updated_at, deleted_at)
     values ($1, $2, $3, $4, $5, $5, $6)`,
    [given.userId, id, given.title ?? "A title", given.titleSource ?? "first-words", at, given.deletedAt ?? null],
  );
  return id;
}
