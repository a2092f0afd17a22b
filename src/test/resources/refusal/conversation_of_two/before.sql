insert into auth.users (id, email) values
  ('00000000-0000-0000-0000-0000000000a1', 'ann@example.org'), ('00000000-0000-0000-0000-0000000000a2', 'bob@example.org');
create table public.conversations (id uuid primary key default gen_random_uuid(), conversation_id text not null, user_id uuid, role text not null, content text not null);
insert into public.conversations (conversation_id, user_id, role, content) values
  ('default', '00000000-0000-0000-0000-0000000000a1', 'user', 'ann asks'), ('default', '00000000-0000-0000-0000-0000000000a2', 'user', 'bob asks');
