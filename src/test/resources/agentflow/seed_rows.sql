-- Rows that every random state begins with.
insert into auth.users (id, email, raw_user_meta_data) values
  ('00000000-0000-0000-0000-00000000000a', 'a@example.org', '{"full_name": "Ann"}'),
  ('00000000-0000-0000-0000-00000000000b', 'b@example.org', null);
insert into public.conversations (conversation_id, user_id, role, content) values
  ('conv-a', '00000000-0000-0000-0000-00000000000a', 'user', 'hi'),
  ('conv-a', '00000000-0000-0000-0000-00000000000a', 'assistant', 'hello'),
  ('conv-nobody', null, 'user', 'hi');
insert into public.messages (id, conversation_id, sender_type, content, parent_message_id) values
  ('30000000-0000-0000-0000-00000000000a', 'conv-a', 'user', 'm', null),
  ('30000000-0000-0000-0000-00000000000b', 'conv-a', 'agent', 'm', '30000000-0000-0000-0000-00000000000a');
insert into public.leads (name, email, status, lead_score, services_interested, assigned_to) values
  ('l', 'l@example.org', 'qualified', 50, '{a,b}', '00000000-0000-0000-0000-00000000000a'),
  ('l', 'l@example.org', 'lost', 0, null, null);
insert into public.workflow_executions (id, conversation_id, workflow_type, initiated_by) values
  ('f0000000-0000-0000-0000-00000000000a', 'conv-a', 't', '00000000-0000-0000-0000-00000000000a');
insert into public.agent_messages (workflow_execution_id, agent_name, message_type, content, tool_calls) values
  ('f0000000-0000-0000-0000-00000000000a', 'x', 'input', 'm', '[{"a": 1}]');
insert into public.shared_memory (conversation_id, memory_key, memory_value) values ('conv-a', 'k', '1'), ('conv-a', 'l', '{"x": []}');
