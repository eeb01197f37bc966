import { v7 as uuidv7 } from "uuid";
import type { Database } from "#server/adapters/postgres/database.ts";

/**
 * Puts a conversation of `length` messages without branches into the database, every answer with
 * its ended generation, all messages of the same size, and returns its id.
 */
export async function insertChain(
  { pool }: Pick<Database, "pool">,
  { userId, length }: { userId: string; length: number },
): Promise<string> {
  const conversationId = uuidv7();
  const ids = Array.from({ length }, () => uuidv7());
  const values = [userId, conversationId, ids];
  await pool.query(
    `insert into conversations (user_id, id, title, title_source, current_leaf_id, created_at, updated_at)
     values ($1, $2, 'A chain', 'first-words', $3, now(), now())`,
    [userId, conversationId, ids.at(-1)],
  );
  await pool.query(
    `insert into messages (user_id, conversation_id, id, parent_id, role, parts, status, generation_id, created_at, ended_at)
     select $1, $2, id, lag(id) over (order by at), case when at % 2 = 0 then 'assistant' else 'user' end,
       jsonb_build_array(jsonb_build_object('type', 'text', 'text', repeat('words ', 100))), 'ended',
       case when at % 2 = 0 then id end, now() + at * interval '1 second', now() + at * interval '1 second'
     from unnest($3::uuid[]) with ordinality as given (id, at)`,
    values,
  );
  await pool.query(
    `insert into generations (user_id, id, conversation_id, answer_id, parent_id, model_id, status, heartbeat_at, created_at, ended_at)
     select $1, id, $2, id, parent_id, 'demo/demo', 'ended', now(), now(), now() from messages
     where user_id = $1 and conversation_id = $2 and generation_id is not null and id = any($3::uuid[])`,
    values,
  );
  return conversationId;
}
