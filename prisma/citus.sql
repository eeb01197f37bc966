-- Spreads a person's data over a Citus cluster by user_id. Run once, on the coordinator, after the
-- migrations. The directory tables stay whole: they are small, and looked up across users.
select create_distributed_table('sessions', 'user_id');
select create_distributed_table('spent_tokens', 'user_id', colocate_with => 'sessions');
select create_distributed_table('settings', 'user_id', colocate_with => 'sessions');
select create_distributed_table('personal_connections', 'user_id', colocate_with => 'sessions');
select create_distributed_table('conversations', 'user_id', colocate_with => 'sessions');
select create_distributed_table('messages', 'user_id', colocate_with => 'sessions');
select create_distributed_table('generations', 'user_id', colocate_with => 'sessions');
select create_distributed_table('generation_parts', 'user_id', colocate_with => 'sessions');
select create_distributed_table('attempts', 'user_id', colocate_with => 'sessions');
