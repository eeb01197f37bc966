import type { Pool } from "pg";
import { makeTurn } from "./make-turn.ts";

/** The same rows as a careful hand writes them: one transaction of four prepared statements a message. */
export function createFourStepWriter(pool: Pool): () => Promise<void> {
  return async () => {
    const { userId, turn } = makeTurn();
    const { conversationId, userMessage, answer, generationId, title, modelId, at } = turn;
    const client = await pool.connect();
    try {
      await client.query("begin");
      await client.query({
        name: "conversation",
        text: `insert into conversations (user_id, id, title, title_source, model_id, current_leaf_id, created_at, updated_at)
          values ($1, $2, $3, 'first-words', $4, $5, $6, $6)
          on conflict (user_id, id) do update set current_leaf_id = excluded.current_leaf_id, updated_at = excluded.updated_at`,
        values: [userId, conversationId, title, modelId, answer.id, at],
      });
      await client.query({
        name: "message",
        text: `insert into messages (user_id, conversation_id, id, role, parts, status, created_at, ended_at)
          values ($1, $2, $3, 'user', $4, 'ended', $5, $5) on conflict do nothing`,
        values: [userId, conversationId, userMessage.id, JSON.stringify(userMessage.parts), at],
      });
      await client.query({
        name: "answer",
        text: `insert into messages (user_id, conversation_id, id, parent_id, role, parts, status, generation_id, model_id, created_at)
          values ($1, $2, $3, $4, 'assistant', '[]', 'running', $5, $6, $7) on conflict do nothing`,
        values: [userId, conversationId, answer.id, userMessage.id, generationId, modelId, at],
      });
      await client.query({
        name: "generation",
        text: `insert into generations (user_id, id, conversation_id, answer_id, parent_id, model_id, status, heartbeat_at, created_at)
          values ($1, $2, $3, $4, $5, $6, 'running', now(), $7) on conflict do nothing`,
        values: [userId, generationId, conversationId, answer.id, userMessage.id, modelId, at],
      });
      await client.query("commit");
    } finally {
      client.release();
    }
  };
}
