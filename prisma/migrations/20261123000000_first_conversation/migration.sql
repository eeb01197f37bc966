-- The directory of the instance: small tables that are looked up across users.

create table users (
  id uuid primary key,
  email text not null,
  name text,
  password_hash text,
  role text not null default 'user',
  email_verified_at timestamptz(3),
  created_at timestamptz(3) not null,
  disabled_at timestamptz(3)
);
create unique index users_email_key on users (email);

create table identities (
  provider text not null,
  subject text not null,
  user_id uuid not null,
  created_at timestamptz(3) not null,
  primary key (provider, subject)
);
create index identities_user_id_idx on identities (user_id);

create table invitations (
  id uuid primary key,
  code_hash text not null,
  email text,
  role text not null default 'user',
  created_by uuid not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  accepted_by uuid,
  accepted_at timestamptz(3)
);
create unique index invitations_code_hash_key on invitations (code_hash);

create table sign_in_throttles (
  key text primary key,
  failures integer not null,
  blocked_until timestamptz(3) not null,
  updated_at timestamptz(3) not null
);

create table instance_connections (
  id uuid primary key,
  provider text not null,
  label text not null,
  base_url text,
  sealed_api_key text,
  model_names jsonb not null,
  created_at timestamptz(3) not null,
  checked_at timestamptz(3)
);

-- A person's data: user_id first in every key, no constraint across users.

create table sessions (
  user_id uuid not null,
  id uuid not null,
  created_at timestamptz(3) not null,
  last_seen_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  ended_at timestamptz(3),
  user_agent text,
  ip_address text,
  primary key (user_id, id)
);

create table spent_tokens (
  user_id uuid not null,
  id uuid not null,
  expires_at timestamptz(3) not null,
  primary key (user_id, id)
);

create table settings (
  user_id uuid primary key,
  theme text not null default 'system',
  language text,
  custom_instructions text not null default '',
  default_model_id text,
  send_with_enter boolean not null default true
);

create table personal_connections (
  user_id uuid not null,
  id uuid not null,
  provider text not null,
  label text not null,
  sealed_api_key text not null,
  model_names jsonb not null,
  created_at timestamptz(3) not null,
  checked_at timestamptz(3),
  primary key (user_id, id)
);

create table conversations (
  user_id uuid not null,
  id uuid not null,
  title text not null,
  title_source text not null,
  model_id text,
  current_leaf_id uuid,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  deleted_at timestamptz(3),
  primary key (user_id, id)
);
create index conversations_user_id_updated_at_id_idx on conversations (user_id, updated_at desc, id desc);
-- The few that wait to be purged.
create index conversations_deleted_idx on conversations (deleted_at) where deleted_at is not null;

create table messages (
  user_id uuid not null,
  conversation_id uuid not null,
  id uuid not null,
  parent_id uuid,
  role text not null,
  parts jsonb not null,
  status text not null,
  generation_id uuid,
  model_id text,
  usage jsonb,
  finish_reason text,
  error jsonb,
  created_at timestamptz(3) not null,
  ended_at timestamptz(3),
  primary key (user_id, conversation_id, id)
);
create index messages_user_id_conversation_id_parent_id_id_idx
  on messages (user_id, conversation_id, parent_id, id);

create table generations (
  user_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  answer_id uuid not null,
  parent_id uuid not null,
  model_id text not null,
  status text not null,
  epoch integer not null default 1,
  seq integer not null default 0,
  heartbeat_at timestamptz(3) not null,
  stop_requested_at timestamptz(3),
  created_at timestamptz(3) not null,
  first_part_at timestamptz(3),
  ended_at timestamptz(3),
  primary key (user_id, id)
);
-- What a reaper scans, and whether a conversation has an answer under way: the few that still run.
create index generations_running_idx on generations (heartbeat_at) where status = 'running';
create index generations_running_in_conversation_idx on generations (user_id, conversation_id)
  where status = 'running';

create table generation_parts (
  user_id uuid not null,
  generation_id uuid not null,
  seq integer not null,
  epoch integer not null,
  parts jsonb not null,
  primary key (user_id, generation_id, seq)
);
