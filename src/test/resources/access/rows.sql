-- The rows that the attempts meet. a, b: users; z: admin; d: a user to be deleted
insert into auth.users (id, email, raw_user_meta_data) values
  ('00000000-0000-0000-0000-00000000000a', 'a@example.org', '{"full_name": "Ann", "avatar_url": "http://a", "role": "admin"}'),
  ('00000000-0000-0000-0000-00000000000b', 'b@example.org', null),
  ('00000000-0000-0000-0000-00000000000f', 'z@example.org', '[]'),
  ('00000000-0000-0000-0000-00000000000d', null, '{}'),
  ('00000000-0000-0000-0000-00000000000e', '', '{}');
update public.profiles set role = 'admin' where email = 'z@example.org';
insert into public.conversations (id, conversation_id, user_id, role, content) values
  ('c0000000-0000-0000-0000-00000000000a', 'conv-a', '00000000-0000-0000-0000-00000000000a', 'user', 'hi'),
  ('c0000000-0000-0000-0000-00000000001a', 'conv-a', '00000000-0000-0000-0000-00000000000a', 'assistant', 'hello'),
  ('c0000000-0000-0000-0000-00000000000b', 'conv-b', '00000000-0000-0000-0000-00000000000b', 'user', 'hi'),
  ('c0000000-0000-0000-0000-00000000000d', 'conv-d', '00000000-0000-0000-0000-00000000000d', 'user', 'hi'),
  ('c0000000-0000-0000-0000-000000000000', 'conv-nobody', null, 'user', 'hi');
insert into public.messages (id, conversation_id, sender_type, content) values
  ('30000000-0000-0000-0000-00000000000a', 'conv-a', 'user', 'm'),
  ('30000000-0000-0000-0000-00000000000b', 'conv-b', 'user', 'm'),
  ('30000000-0000-0000-0000-000000000000', 'conv-orphan', 'user', 'm');
insert into public.shared_memory (conversation_id, memory_key, memory_value) values
  ('conv-a', 'k', '1'), ('conv-b', 'k', '1'), ('conv-memory', 'k', '1');
insert into public.leads (id, name, email, status, lead_score, assigned_to) values
  ('1ead0000-0000-0000-0000-00000000000a', 'l', 'l@example.org', 'qualified', 50, '00000000-0000-0000-0000-00000000000a'),
  ('1ead0000-0000-0000-0000-00000000000b', 'l', 'l@example.org', 'received', 0, null);
insert into public.workflow_executions (id, conversation_id, workflow_type, current_state, initiated_by, completed_at) values
  ('f0000000-0000-0000-0000-00000000000a', 'conv-a', 't', 'completed', '00000000-0000-0000-0000-00000000000a', now()),
  ('f0000000-0000-0000-0000-00000000000b', 'conv-a', 't', 'failed', '00000000-0000-0000-0000-00000000000b', now()),
  ('f0000000-0000-0000-0000-000000000000', 'conv-a', 't', 'pending', null, null);
insert into public.agent_messages (workflow_execution_id, agent_name, message_type, content) values
  ('f0000000-0000-0000-0000-00000000000a', 'x', 'input', 'm'),
  ('f0000000-0000-0000-0000-00000000000b', 'x', 'input', 'm'),
  ('f0000000-0000-0000-0000-000000000000', 'x', 'input', 'm');
