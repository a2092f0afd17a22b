-- Two users, each with a conversation of one message.
insert into auth.users (id, email) values
  ('00000000-0000-0000-0000-00000000000a', 'a@example.org'),
  ('00000000-0000-0000-0000-00000000000b', 'b@example.org');
insert into public.conversations (conversation_id, user_id, role, content) values
  ('of-a', '00000000-0000-0000-0000-00000000000a', 'user', 'x'),
  ('of-b', '00000000-0000-0000-0000-00000000000b', 'user', 'x');
insert into public.messages (id, conversation_id, sender_type, content) values
  ('30000000-0000-0000-0000-00000000000a', 'of-a', 'user', 'x'),
  ('30000000-0000-0000-0000-00000000000b', 'of-b', 'user', 'x');
insert into public.shared_memory (conversation_id, memory_key, memory_value) values ('of-a', 'k', '1'), ('of-b', 'k', '1');

-- What a function looks like that can be bent: it asks the table that the caller's search_path leads to.
create schema bendable;
grant usage on schema bendable to authenticated;
create function bendable.is_admin() returns boolean language plpgsql stable security definer as $$
begin
  return exists (select from profiles as p where p.role = 'admin');
end
$$;
