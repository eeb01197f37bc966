-- Made by whoever writes a generation's row: after a commit whose acknowledgement was lost it tells their row from another's.
alter table generations add column writer_token uuid;

-- The sessions that ended lately, which every process with sockets asks for again and again.
create index sessions_ended_at_idx on sessions (ended_at) where ended_at is not null;
