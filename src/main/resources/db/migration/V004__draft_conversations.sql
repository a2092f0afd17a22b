-- A conversation is a text id shared by its rows here and by its messages and memory. It belongs to the user of its rows:
-- a trigger refuses a row that would claim an id in use by somebody else, or by nobody.
create table plumbline.conversations (
  id uuid not null default gen_random_uuid(),
  conversation_id text not null,
  user_id uuid,
  session_id text,
  role text not null,
  content text not null,
  status text not null default 'active',
  channel text not null default 'web',
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint conversations_pkey primary key (id),
  constraint conversations_user_id_fkey foreign key (user_id) references plumbline.profiles (id) on delete set null,
  constraint conversations_role_check check (role in ('user', 'assistant', 'system')),
  constraint conversations_status_check
    check (status in ('active', 'inactive', 'pending', 'completed', 'failed', 'cancelled')),
  constraint conversations_channel_check check (channel in ('web', 'mobile', 'api')),
  constraint conversations_metadata_check check (jsonb_typeof(metadata) = 'object')
);

comment on table plumbline.conversations is 'The turns of a conversation; whose user_id they bear owns the conversation';
comment on column plumbline.conversations.conversation_id is 'Names the conversation; many rows share it';
comment on column plumbline.conversations.user_id is 'The owner; null if anonymous or gone: then admins alone see it';
comment on column plumbline.conversations.session_id is 'The client session in which the turn was made';

create table plumbline.messages (
  id uuid not null default gen_random_uuid(),
  conversation_id text not null,
  parent_message_id uuid,
  sender_type text not null,
  sender_id text,
  content text not null,
  message_type text not null default 'text',
  status text not null default 'sent',
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint messages_pkey primary key (id),
  constraint messages_parent_message_id_fkey
    foreign key (parent_message_id) references plumbline.messages (id) on delete set null,
  constraint messages_sender_type_check check (sender_type in ('user', 'assistant', 'system', 'agent')),
  constraint messages_message_type_check check (message_type in ('text', 'image', 'file', 'system')),
  constraint messages_status_check check (status in ('sent', 'delivered', 'read', 'failed')),
  constraint messages_metadata_check check (jsonb_typeof(metadata) = 'object')
);

comment on table plumbline.messages is 'Messages of a conversation, in threads';
comment on column plumbline.messages.conversation_id is 'As in conversations; no foreign key, for the id is not unique there';
comment on column plumbline.messages.parent_message_id is 'The message this one replies to';
comment on column plumbline.messages.sender_id is 'Who sent it, in the terms of the sender type: a user, an agent';
