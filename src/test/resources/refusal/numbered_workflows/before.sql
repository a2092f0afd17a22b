create table public.workflow_executions (id bigserial primary key, conversation_id text, workflow_type text);
create table public.profiles (id bigserial primary key, email text);
insert into public.profiles (email) values ('x');
