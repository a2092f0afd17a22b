-- Kind 2: the answers in a conversation have no user, and keep its owner from adding to it.
create table public.conversations (id uuid primary key default gen_random_uuid(), conversation_id text not null, user_id text, role text not null, content text not null);
insert into auth.users (id, email) values ('00000000-0000-0000-0000-0000000000a1', 'ann@example.org');
insert into public.conversations (conversation_id, user_id, role, content) values
  ('c1', '00000000-0000-0000-0000-0000000000a1', 'user', 'hi'), ('c1', null, 'assistant', 'hello'),
  ('c2', '00000000-0000-0000-0000-0000000000a1', 'user', 'hi'), ('c2', null, 'assistant', 'hello'), ('c2', null, 'assistant', 'bye'),
  ('own', '00000000-0000-0000-0000-0000000000a1', 'user', 'hi'), ('nobody', null, 'user', 'hi'), ('nobody', 'x', 'user', 'ho');
