-- A row in every table, with the required columns only. The profile that the trigger wrote gives way to one written here.
insert into auth.users (id) values ('00000000-0000-0000-0000-00000000000a');
delete from public.profiles;
insert into public.profiles (id, email) values ('00000000-0000-0000-0000-00000000000a', 'a@example.org');
insert into public.conversations (conversation_id, role, content) values ('c', 'user', 'x');
insert into public.messages (conversation_id, sender_type, content) values ('c', 'user', 'x');
insert into public.leads (name, email) values ('n', 'n@example.org');
insert into public.workflow_executions (conversation_id, workflow_type)
values ('c', 't');
insert into public.agent_messages (workflow_execution_id, agent_name, message_type, content)
select w.id, 'n', 'input', 'x' from public.workflow_executions as w;
insert into public.shared_memory (conversation_id, memory_key, memory_value) values ('c', 'k', 'null');
