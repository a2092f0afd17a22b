-- Kind 6.
create table conversations (
  id bigserial primary key,
  conversation_id text not null,
  user_id text,
  role text not null,
  content text not null,
  created_at timestamptz default now()
);
create index idx_conversations_user on conversations(user_id);
insert into auth.users (id, email) values ('00000000-0000-0000-0000-0000000000a1', 'ann@example.org');
insert into conversations (conversation_id, user_id, role, content) values
  ('conv-1', '00000000-0000-0000-0000-0000000000a1', 'user', 'hello'),
  ('conv-2', 'anonymous', 'user', 'who am I'),
  ('conv-3', '00000000-0000-0000-0000-0000000000ff', 'assistant', 'gone'),
  ('conv-4', null, 'system', 'none');
