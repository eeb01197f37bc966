/**
 * Takes back the parts behind $4, in one statement under the fence of generation-log-append.ts: $1 user, $2
 * generation, $3 epoch. A batch that reaches over the border is cut; a repeated append may have left several of
 * them, of which one is kept. One row where the epoch holds, none where it is over.
 */
export const TRUNCATE = `with held as (
    update generations set seq = $4::integer, log_epoch = epoch
    where user_id = $1 and id = $2 and epoch = $3 and status = 'running' returning id),
  behind as (
    delete from generation_parts where user_id = $1 and generation_id = $2 and seq > $4::integer
      and exists (select 1 from held) returning seq, parts),
  kept as (
    insert into generation_parts (user_id, generation_id, seq, epoch, parts)
    select $1, $2, $4::integer, $3, jsonb_path_query_array(parts,
        format('$[0 to %s]', jsonb_array_length(parts) - (seq - $4::integer) - 1)::jsonpath)
    from behind where seq - jsonb_array_length(parts) < $4::integer order by seq - jsonb_array_length(parts) limit 1
    on conflict (user_id, generation_id, seq) do nothing)
  select id from held`;
