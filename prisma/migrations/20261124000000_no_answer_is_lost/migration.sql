-- When anything of a conversation changed, for a tab that asks what it missed; when its last answer
-- ended and when the person last looked, for the mark of what is unread.
alter table conversations add column changed_at timestamptz(3) not null default current_timestamp;
alter table conversations add column answered_at timestamptz(3);
alter table conversations add column read_at timestamptz(3);
create index conversations_user_id_changed_at_idx on conversations (user_id, changed_at);

-- Of which pieces an answer is made: each takes over where the one before it broke off.
alter table generations add column segments jsonb not null default '[]';
-- Under which epoch the log is read: it follows epoch as soon as a new writer has taken back what cannot stay.
alter table generations add column log_epoch integer not null default 1;
-- A generation that waits for a process is "queued"; both states count as under way.
drop index generations_running_idx;
drop index generations_running_in_conversation_idx;
create index generations_under_way_idx on generations (heartbeat_at) where status in ('queued', 'running');
create index generations_under_way_in_conversation_idx on generations (user_id, conversation_id)
  where status in ('queued', 'running');
-- Appending touches the row of its generation and no index: room on the page keeps such updates cheap.
alter table generations set (fillfactor = 70);

-- The queue of generations that nobody writes, where no other engine carries it.
create table queued_generations (
  user_id uuid not null,
  generation_id uuid not null,
  offered_at timestamptz(3) not null default current_timestamp,
  leased_until timestamptz(3),
  primary key (user_id, generation_id)
);
create index queued_generations_offered_at_idx on queued_generations (offered_at);
