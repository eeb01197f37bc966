import { v7 as uuidv7 } from "uuid";
import type { Database } from "#server/adapters/postgres/database.ts";

type Given = {
  userId: string;
  conversationId: string;
  parentId?: string | null;
  role?: "user" | "assistant";
  at?: Date;
};

/** Puts a finished message into the database and returns its id. The conversation itself stays as it is. */
export async function insertMessage({ pool }: Database, given: Given): Promise<string> {
  const id = uuidv7();
  await pool.query(
    `insert into messages (user_id, conversation_id, id, parent_id, role, parts, status, created_at)
     values ($1, $2, $3, $4, $5, '[{"type":"text","text":"Hello"}]', 'ended', $6)`,
    [given.userId, given.conversationId, id, given.parentId ?? null, given.role ?? "user", given.at ?? new Date()],
  );
  return id;
}
