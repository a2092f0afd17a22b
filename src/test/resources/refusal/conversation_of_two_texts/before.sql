-- One of the two is no user of auth, and would be nobody afterwards: the other would own both.
insert into auth.users (id, email) values ('00000000-0000-0000-0000-0000000000a1', 'ann@example.org');
create table public.conversations (id uuid primary key default gen_random_uuid(), conversation_id text not null, user_id text, role text not null, content text not null);
insert into public.conversations (conversation_id, user_id, role, content) values
  ('default', '00000000-0000-0000-0000-0000000000A1', 'user', 'ann asks'), ('default', 'auth0|bob', 'user', 'bob asks'),
  ('hers', '00000000-0000-0000-0000-0000000000A1', 'user', 'ann asks'), ('hers', '00000000-0000-0000-0000-0000000000a1', 'user', 'again');
