import type { ClientBase, Pool } from "pg";
import type { MadeConversation, MadeMessage } from "./made-conversation.ts";

const MODEL_ID = "demo/demo";
/** Rows of one statement: enough that round trips cost nothing, small enough to stay in memory. */
const ROWS = 2_000;

const CONVERSATIONS = `insert into conversations
    (user_id, model_id, id, title, title_source, current_leaf_id, created_at, updated_at)
  select $1::uuid, $2, * from unnest($3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::timestamptz[], $8::timestamptz[])`;

const MESSAGES = `insert into messages
    (user_id, conversation_id, id, parent_id, role, parts, status, generation_id, model_id, usage, finish_reason, error,
     created_at, ended_at)
  select $1::uuid, m.conversation_id, m.id, m.parent_id, m.role, m.parts, m.status, m.generation_id,
    case when m.role = 'assistant' then $2 end, m.usage,
    case when m.role = 'assistant' and m.status = 'ended' then 'stop' end, m.error, m.created_at, m.ended_at
  from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::jsonb[], $8::text[], $9::uuid[], $10::jsonb[],
    $11::jsonb[], $12::timestamptz[], $13::timestamptz[])
    as m (conversation_id, id, parent_id, role, parts, status, generation_id, usage, error, created_at, ended_at)`;

const GENERATIONS = `insert into generations
    (user_id, model_id, id, conversation_id, answer_id, parent_id, status, heartbeat_at, created_at, first_part_at, ended_at)
  select $1::uuid, $2, g.id, g.conversation_id, g.answer_id, g.parent_id, g.status, g.ended_at, g.at, g.at, g.ended_at
  from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::timestamptz[], $9::timestamptz[])
    as g (id, conversation_id, answer_id, parent_id, status, at, ended_at)`;

type Row = MadeMessage & { conversationId: string };

/** Puts made-up conversations of one person into the database, in few large statements. */
export async function insertConversations(
  connection: Pool | ClientBase,
  userId: string,
  conversations: readonly MadeConversation[],
): Promise<void> {
  const insert = (text: string, rows: readonly unknown[][]) =>
    rows.length === 0 ? null : connection.query(text, [userId, MODEL_ID, ...transpose(rows)]);
  await insert(
    CONVERSATIONS,
    conversations.map((made) => [
      made.id,
      made.title,
      made.titleSource,
      made.currentLeafId,
      made.createdAt,
      made.updatedAt,
    ]),
  );
  const messages = conversations.flatMap(({ id, messages: of }) => of.map((made) => ({ ...made, conversationId: id })));
  for (let start = 0; start < messages.length; start += ROWS) {
    const rows = messages.slice(start, start + ROWS);
    await insert(MESSAGES, rows.map(toMessageRow));
    await insert(GENERATIONS, rows.flatMap(toGenerationRows));
  }
}

function toMessageRow(made: Row): unknown[] {
  const { conversationId, id, parentId, role, parts, status, generationId, usage, error, at, endedAt } = made;
  const json = (value: object | null) => value && JSON.stringify(value);
  const content = [json(parts), status, generationId, json(usage), json(error)];
  return [conversationId, id, parentId, role, ...content, at, endedAt];
}

function toGenerationRows(made: Row): unknown[][] {
  const { generationId, conversationId, id, parentId, status, at, endedAt } = made;
  return generationId === null ? [] : [[generationId, conversationId, id, parentId, status, at, endedAt]];
}

function transpose(rows: readonly unknown[][]): unknown[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]));
}
