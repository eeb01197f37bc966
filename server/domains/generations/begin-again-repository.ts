/**
 * An answer that is over runs again under another generation, $2, in one statement: $1 user, $3 conversation, $4 answer, $5
 * the message that it answers, $6 model, $7 now, $8 the generation that wrote it before. One row where it begins; none,
 * and nothing is changed, where the answer is not that generation's any more, still runs or was deleted, or where there is
 * a generation of that name already. Who deletes the conversation at this moment waits for the lock on it, and then finds
 * what began.
 */
export const beginAgainText = `with answer as (
    select m.id from messages m join conversations c on c.user_id = m.user_id and c.id = m.conversation_id
    where m.user_id = $1 and m.conversation_id = $3 and m.id = $4 and m.generation_id = $8 and m.role = 'assistant'
      and m.status <> 'running' and c.deleted_at is null
    for update),
  begun as (
    insert into generations (user_id, id, conversation_id, answer_id, parent_id, model_id, status, epoch, heartbeat_at, created_at)
    select $1, $2, $3, $4, $5, $6, 'running', 1, now(), $7 from answer
    on conflict (user_id, id) do nothing returning id),
  resumed as (
    update messages set status = 'running', generation_id = $2, model_id = $6, error = null, finish_reason = null, ended_at = null
    where user_id = $1 and conversation_id = $3 and id = $4 and exists (select 1 from begun)),
  moved as (
    update conversations set updated_at = greatest(updated_at, $7), changed_at = now()
    where user_id = $1 and id = $3 and exists (select 1 from begun) and deleted_at is null)
  select id from begun`;
