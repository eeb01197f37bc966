-- One document, many revisions: the newest is true, and undoing is one more. The id is one more than the one it was made on,
-- so that of two who change the same one the second is refused.
create table catalogue_revisions (
  id integer primary key,
  made_at timestamptz(3) not null,
  made_by uuid,
  summary text not null,
  document jsonb not null
);

-- Clouds are reached by a project and a region.
alter table instance_connections add column project text, add column region text;
