import { toColumns } from "#server/adapters/postgres/to-columns.ts";
import type { BatchedWrite } from "#server/adapters/postgres/write-batcher.ts";
import type { NewTurn } from "./message.ts";

/** A turn and whose it is. `writerToken` is made for this attempt to write it, by whoever will run its answer. */
export type OwnedTurn = { userId: string; turn: NewTurn; writerToken: string };

/**
 * A title is given once. In a deleted conversation nothing begins: it gets no time, which the table refuses, and the turn fails
 * with it. What a cluster inserts it must know beforehand: no now() behind "do update".
 */
const CONVERSATIONS = `insert into conversations as c
    (user_id, id, title, title_source, model_id, current_leaf_id, created_at, updated_at, changed_at)
  select i.user_id, i.id, i.title, 'first-words', i.model_id, i.leaf_id, i.at, i.at, now()
  from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::timestamptz[])
    as i (user_id, id, title, model_id, leaf_id, at)
  on conflict (user_id, id) do update set model_id = excluded.model_id,
    current_leaf_id = excluded.current_leaf_id, changed_at = excluded.changed_at,
    updated_at = case when c.deleted_at is null then greatest(c.updated_at, excluded.updated_at) end`;

const MESSAGES = `insert into messages
    (user_id, conversation_id, id, parent_id, role, parts, status, generation_id, model_id, created_at, ended_at)
  select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::jsonb[], $7::text[],
    $8::uuid[], $9::text[], $10::timestamptz[], $11::timestamptz[])
  on conflict (user_id, conversation_id, id) do nothing`;

/** No column is null. */
const IS_SAME = `(g.conversation_id = excluded.conversation_id and g.answer_id = excluded.answer_id and g.parent_id = excluded.parent_id)`;

/**
 * A row that is there already is told as new to whoever wrote it, as long as nobody took it over: the
 * acknowledgement of its commit was lost, and the transaction came again. A row of another turn would get no heartbeat,
 * which the table refuses: nothing is written then of the turn that comes later.
 */
const GENERATIONS = `insert into generations as g
    (user_id, id, conversation_id, answer_id, parent_id, model_id, writer_token, status, epoch, heartbeat_at, created_at)
  select i.user_id, i.id, i.conversation_id, i.answer_id, i.parent_id, i.model_id, i.writer_token, i.status, i.epoch, now(), i.at
  from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::uuid[], $8::text[], $9::integer[],
      $10::timestamptz[])
    as i (user_id, id, conversation_id, answer_id, parent_id, model_id, writer_token, status, epoch, at)
  on conflict (user_id, id) do update set heartbeat_at = case when ${IS_SAME} then excluded.heartbeat_at end
    where g.writer_token = excluded.writer_token and g.epoch = excluded.epoch and g.status = excluded.status or not ${IS_SAME}
  returning user_id as "userId", id`;

/**
 * The durable part of every message: conversation, the person's message with the empty answer, and
 * the generation, for all who wait in one transaction of one statement a table. The outcome says
 * whether the generation is new, and so is the writer's to run. Fails with `not_null_violation` where a turn meets another
 * one of its generation, or a conversation that is deleted.
 */
export const turnWrite: BatchedWrite<OwnedTurn, boolean> = {
  toStatements: (rows) => [
    { name: "turns.conversations", text: CONVERSATIONS, values: conversationColumns(rows) },
    { name: "turns.messages", text: MESSAGES, values: toColumns(rows.flatMap(messageRows), (row) => row) },
    { name: "turns.generations", text: GENERATIONS, values: generationColumns(rows) },
  ],
  toOutcomes: (rows, results) => {
    const made = new Set(results[2]?.rows.map((row: { userId: string; id: string }) => `${row.userId} ${row.id}`));
    return rows.map(({ userId, turn }) => made.delete(`${userId} ${turn.generationId}`));
  },
};

/** Each conversation once, the latest turn of the batch winning, in one order everywhere, so that two batches cannot deadlock. */
function conversationColumns(rows: readonly OwnedTurn[]): unknown[][] {
  const latest = new Map(rows.map((row) => [`${row.userId} ${row.turn.conversationId}`, row]));
  const sorted = [...latest].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
  return toColumns(sorted, ({ userId, turn }) => [
    userId,
    turn.conversationId,
    turn.title,
    turn.modelId,
    turn.answer.id,
    turn.at,
  ]);
}

function messageRows({ userId, turn }: OwnedTurn): unknown[][] {
  const { conversationId, userMessage, answer, at } = turn;
  const asked = userMessage
    ? [
        [
          userId,
          conversationId,
          userMessage.id,
          userMessage.parentId,
          "user",
          JSON.stringify(userMessage.parts),
          "ended",
          null,
          null,
          at,
          at,
        ],
      ]
    : [];
  return [
    ...asked,
    [
      userId,
      conversationId,
      answer.id,
      answer.parentId,
      "assistant",
      "[]",
      "running",
      turn.generationId,
      turn.modelId,
      at,
      null,
    ],
  ];
}

/** Each turn once, the first of the batch winning: one statement may not touch a row twice. Where two turns name one generation it fails. */
function generationColumns(rows: readonly OwnedTurn[]): unknown[][] {
  const first = new Map(rows.toReversed().map((row) => [nameTurn(row), row]));
  return toColumns([...first.values()], ({ userId, turn, writerToken }) => [
    userId,
    turn.generationId,
    turn.conversationId,
    turn.answer.id,
    turn.answer.parentId,
    turn.modelId,
    writerToken,
    turn.state ?? "running",
    turn.state === "queued" ? 0 : 1,
    turn.at,
  ]);
}

function nameTurn({ userId, turn: { generationId, conversationId, answer } }: OwnedTurn): string {
  return [userId, generationId, conversationId, answer.id, answer.parentId].join(" ");
}
