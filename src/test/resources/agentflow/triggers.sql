-- A row in every table, of user a.
insert into auth.users (id, email) values ('00000000-0000-0000-0000-00000000000a', 'a@example.org');
insert into public.conversations (conversation_id, user_id, role, content)
values ('c', '00000000-0000-0000-0000-00000000000a', 'user', 'x');
insert into public.messages (conversation_id, sender_type, content) values ('c', 'user', 'x');
insert into public.leads (name, email) values ('n', 'n@example.org');
insert into public.workflow_executions (id, conversation_id, workflow_type)
values ('00000000-0000-0000-0000-00000000000a', 'c', 't');
insert into public.agent_messages (workflow_execution_id, agent_name, message_type, content)
values ('00000000-0000-0000-0000-00000000000a', 'n', 'input', 'x');
insert into public.shared_memory (conversation_id, memory_key, memory_value, last_accessed_at)
values ('c', 'k', '{"a": 1}', '2000-01-01');
