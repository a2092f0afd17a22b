-- What the agents of a conversation remember together: one value per key and scope, upserted.
create table plumbline.shared_memory (
  id uuid not null default gen_random_uuid(),
  conversation_id text not null,
  memory_key text not null,
  memory_value jsonb not null,
  scope text not null default 'workflow',
  access_count integer not null default 0,
  last_accessed_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint shared_memory_pkey primary key (id),
  constraint shared_memory_conversation_id_memory_key_scope_key unique (conversation_id, memory_key, scope),
  constraint shared_memory_scope_check check (scope in ('workflow', 'session', 'global', 'agent')),
  constraint shared_memory_access_count_check check (access_count >= 0),
  constraint shared_memory_metadata_check check (jsonb_typeof(metadata) = 'object')
);

comment on table plumbline.shared_memory is 'Key and value memory shared by the agents of a conversation';
comment on column plumbline.shared_memory.memory_value is 'Any JSON value';
comment on column plumbline.shared_memory.scope is 'How far the value reaches; every scope stays within its conversation';
comment on column plumbline.shared_memory.access_count is 'Counted by a trigger when the value changes; readers may count their own';
