-- Every call to a provider, whatever became of it. It holds no content, and stays when a conversation goes: money hangs on it.
create table attempts (
  user_id uuid not null,
  generation_id uuid not null,
  id uuid not null,
  number integer not null,
  kind text not null,
  model_id text not null,
  deployment_id text not null,
  model_name text not null,
  connection_label text not null,
  outcome text not null,
  failure jsonb,
  request_id text,
  usage jsonb,
  output_characters integer not null,
  from_part integer not null,
  considered jsonb not null,
  started_at timestamptz(3) not null,
  first_part_at timestamptz(3),
  ended_at timestamptz(3),
  constraint attempts_pkey primary key (user_id, generation_id, id)
);

create index attempts_started_at_idx on attempts (started_at);

-- What each process saw of each deployment, for all the others: breakers, rests, outcomes, times.
create table deployment_health (
  deployment_id text not null,
  process_id uuid not null,
  state jsonb not null,
  updated_at timestamptz(3) not null,
  constraint deployment_health_pkey primary key (deployment_id, process_id)
);
create index deployment_health_updated_at_idx on deployment_health (updated_at);
