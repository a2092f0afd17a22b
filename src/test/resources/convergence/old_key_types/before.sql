-- Kind 2: uuids as text in keys and references, with foreign keys between them.
create table public.profiles (id text primary key, email text, role text);
create table public.workflow_executions (id varchar(40) primary key, conversation_id text, workflow_type text, initiated_by text references public.profiles (id));
create table public.agent_messages (id varchar(40) primary key, workflow_execution_id varchar(40) references public.workflow_executions (id), agent_name text, message_type text, content text);
insert into auth.users (id, email) values ('00000000-0000-0000-0000-0000000000a1', 'ann@example.org');
insert into public.profiles values ('00000000-0000-0000-0000-0000000000a1', 'ann@example.org', 'admin');
insert into public.workflow_executions values ('F0000000-0000-0000-0000-000000000001', 'c', 't', '00000000-0000-0000-0000-0000000000a1');
insert into public.agent_messages values ('a0000000-0000-0000-0000-000000000001', 'F0000000-0000-0000-0000-000000000001', 'x', 'input', 'm');
