create table public.agent_messages (id uuid, workflow_execution_id uuid, agent_name text, message_type text, content text);
create table public.conversations (id uuid, conversation_id text, user_id uuid, role text, content text);
insert into public.agent_messages values ('a0000000-0000-0000-0000-000000000001', 'f0000000-0000-0000-0000-000000000001', 'x', 'input', 'm');
insert into public.conversations values ('c0000000-0000-0000-0000-000000000001', 'c', '00000000-0000-0000-0000-0000000000a1', 'robot', 'm');
