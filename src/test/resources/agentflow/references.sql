-- Rows with the ids 0...a and 0...b, and a row in each table that refers to them; of these the first refers to a, the second to b.
insert into auth.users (id, email) values
  ('00000000-0000-0000-0000-00000000000a', 'a@example.org'),
  ('00000000-0000-0000-0000-00000000000b', 'b@example.org');
insert into public.conversations (id, conversation_id, user_id, role, content) values
  ('10000000-0000-0000-0000-000000000001', 'a', '00000000-0000-0000-0000-00000000000a', 'user', 'x'),
  ('10000000-0000-0000-0000-000000000002', 'b', '00000000-0000-0000-0000-00000000000b', 'user', 'x');
insert into public.messages (id, conversation_id, parent_message_id, sender_type, content) values
  ('00000000-0000-0000-0000-00000000000a', 'a', null, 'user', 'x'),
  ('00000000-0000-0000-0000-00000000000b', 'b', null, 'user', 'x'),
  ('10000000-0000-0000-0000-000000000001', 'a', '00000000-0000-0000-0000-00000000000a', 'user', 'x'),
  ('10000000-0000-0000-0000-000000000002', 'b', '00000000-0000-0000-0000-00000000000b', 'user', 'x');
insert into public.leads (id, name, email, assigned_to) values
  ('10000000-0000-0000-0000-000000000001', 'n', 'n@example.org', '00000000-0000-0000-0000-00000000000a'),
  ('10000000-0000-0000-0000-000000000002', 'n', 'n@example.org', '00000000-0000-0000-0000-00000000000b');
insert into public.workflow_executions (id, conversation_id, workflow_type, initiated_by) values
  ('00000000-0000-0000-0000-00000000000a', 'a', 't', null),
  ('00000000-0000-0000-0000-00000000000b', 'b', 't', null),
  ('10000000-0000-0000-0000-000000000001', 'a', 't', '00000000-0000-0000-0000-00000000000a'),
  ('10000000-0000-0000-0000-000000000002', 'b', 't', '00000000-0000-0000-0000-00000000000b');
insert into public.agent_messages (id, workflow_execution_id, agent_name, message_type, content) values
  ('10000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-00000000000a', 'n', 'input', 'x'),
  ('10000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-00000000000b', 'n', 'input', 'x');
