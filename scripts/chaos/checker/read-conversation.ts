import type { Message } from "#contracts/message.ts";
import { getConversation } from "#server/domains/conversations/index.ts";
import { selectBranch } from "#server/domains/conversations/select-branch.ts";
import { findMessages } from "#server/domains/messages/index.ts";
import { listMessages } from "#server/domains/messages/list-messages.ts";
import type { StoredConversation, StoredGeneration } from "./evidence.ts";
import type { Reading } from "./read-evidence.ts";

type Names = { userId: string; conversationId: string };

const LIST_IDS = `select id from messages where user_id = $1 and conversation_id = $2 order by created_at, id`;

const LIST_GENERATIONS = `select id, answer_id as "answerId", model_id as "modelId", status, epoch, seq, segments
  from generations where user_id = $1 and conversation_id = $2 order by created_at, id`;

/** A conversation as the database has it and as its author reads it: every branch is turned to and listed. */
export async function readConversation(reading: Reading, names: Names): Promise<StoredConversation> {
  const { context, pool } = reading;
  const { userId, conversationId } = names;
  const { rows } = await pool.query<{ id: string }>(LIST_IDS, [userId, conversationId]);
  const ids = rows.map(({ id }) => id);
  const messages = await findMessages(context, userId, { conversationId, ids });
  const generations = await readGenerations(reading, names);
  const isRunning = messages.length > 0 && (await getConversation(context, userId, conversationId)).isRunning;
  return { ...names, isRunning, messages, readableIds: await listReadable(reading, names, messages), generations };
}

async function readGenerations(
  { context, pool }: Reading,
  { userId, conversationId }: Names,
): Promise<StoredGeneration[]> {
  const { rows } = await pool.query<Omit<StoredGeneration, "log">>(LIST_GENERATIONS, [userId, conversationId]);
  const withLogs = rows.map(async (row): Promise<StoredGeneration> => {
    const log = await context.generationLog.read({ userId, generationId: row.id }, { epoch: 0, seq: 0 });
    return { ...row, log };
  });
  return Promise.all(withLogs);
}

async function listReadable({ context }: Reading, names: Names, messages: readonly Message[]): Promise<string[]> {
  const { userId, conversationId } = names;
  const parents = new Set(messages.map(({ parentId }) => parentId));
  const readable = new Set<string>();
  for (const leaf of messages.filter(({ id }) => !parents.has(id))) {
    await selectBranch(context, { userId }, { id: conversationId, messageId: leaf.id });
    const page = await listMessages(context, { userId }, { conversationId, limit: 200 });
    for (const { id } of page.messages) readable.add(id);
  }
  return [...readable];
}
