-- Two users, each with a conversation of their own, and a message in one.
insert into auth.users (id, email) values
  ('00000000-0000-0000-0000-00000000000a', 'a@example.org'),
  ('00000000-0000-0000-0000-00000000000b', 'b@example.org');
insert into public.conversations (conversation_id, user_id, role, content) values
  ('of-a', '00000000-0000-0000-0000-00000000000a', 'user', 'x'),
  ('of-b', '00000000-0000-0000-0000-00000000000b', 'user', 'x');
insert into public.messages (conversation_id, sender_type, content) values ('of-a', 'user', 'x');
