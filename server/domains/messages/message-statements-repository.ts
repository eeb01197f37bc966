const COLUMNS = `m.id, m.conversation_id as "conversationId", m.parent_id as "parentId", m.role, m.parts, m.status,
  m.generation_id as "generationId", m.model_id as "modelId", m.usage, m.finish_reason as "finishReason", m.error,
  m.created_at as "createdAt", m.ended_at as "endedAt"`;

/** Two lookups, because an index finds "no parent" only when asked for it by that name. */
const SIBLING_IDS = `case when m.parent_id is null
  then array(select s.id from messages s
    where s.user_id = $1 and s.conversation_id = $2 and s.parent_id is null order by s.created_at, s.id)
  else array(select s.id from messages s
    where s.user_id = $1 and s.conversation_id = $2 and s.parent_id = m.parent_id order by s.created_at, s.id)
  end as "siblingIds"`;

/** Messages by their ids: $1 user, $2 conversation, $3 ids. */
export const LIST_NODES = `select ${COLUMNS}, ${SIBLING_IDS} from messages m
  where m.user_id = $1 and m.conversation_id = $2 and m.id = any($3::uuid[])`;

/**
 * The parent of `b`. Its limit keeps the planner from reading the whole conversation to join it: one
 * lookup by key for each step, however long the conversation is.
 */
const PARENT = `lateral (select p.* from messages p
    where p.user_id = $1 and p.conversation_id = $2 and p.id = b.parent_id limit 1) m`;

/** Climbs from the current leaf, or from the parent of $3: as many index lookups as messages are shown. */
export const LIST_BRANCH = `with recursive branch as (
    select m.*, 1 as depth from messages m where m.user_id = $1 and m.conversation_id = $2 and m.id = case
      when $3::uuid is null then (select c.current_leaf_id from conversations c where c.user_id = $1 and c.id = $2)
      else (select b.parent_id from messages b where b.user_id = $1 and b.conversation_id = $2 and b.id = $3) end
    union all
    select m.*, b.depth + 1 from branch b cross join ${PARENT} where b.depth < $4::integer)
  select ${COLUMNS}, ${SIBLING_IDS} from branch m order by m.depth desc`;

/** Climbs from the leaf $3 until $4 messages or $5 characters are read. */
export const READ_BRANCH = `with recursive branch as (
    select m.id, m.parent_id, m.role, m.parts, 1 as depth, length(m.parts::text)::bigint as characters
      from messages m where m.user_id = $1 and m.conversation_id = $2 and m.id = $3
    union all
    select m.id, m.parent_id, m.role, m.parts, b.depth + 1, b.characters + length(m.parts::text)
      from branch b cross join ${PARENT} where b.depth < $4::integer and b.characters < $5::bigint)
  select id, role, parts from branch order by depth desc`;

/** What a turn would meet, in one round trip: $1 user, $2 conversation, $3 generation, $4 new messages, $5 parent (left out for a root). */
export function findPlaceText(isRoot: boolean): { name: string; text: string } {
  const parent = isRoot
    ? "null::jsonb"
    : `(select jsonb_build_object('role', role, 'status', status) from messages
        where user_id = $1 and conversation_id = $2 and id = $5)`;
  return {
    name: isRoot ? "messages.find-root-place" : "messages.find-place",
    text: `select
      (select deleted_at is not null from conversations where user_id = $1 and id = $2) as "isDeleted",
      ${parent} as "parent",
      (select jsonb_build_object('conversationId', conversation_id, 'answerId', answer_id, 'parentId', parent_id)
        from generations where user_id = $1 and id = $3) as "generation",
      exists (select 1 from messages where user_id = $1 and conversation_id = $2 and id = any($4::uuid[])) as "isTaken",
      array(select id from messages where user_id = $1 and conversation_id = $2
        and parent_id ${isRoot ? "is null" : "= $5"} order by created_at, id) as "siblingIds"`,
  };
}
