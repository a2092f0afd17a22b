-- Kind 2: unlogged, options, domains, collations, generated and identity columns, quoted names, char(n), citext-like wrappers.
create domain public.extra_email as text check (value like '%@%');
create table public.extra_seq_user (n bigint);
create unlogged table public.profiles (id uuid, email public.extra_email, full_name text collate "C", role char(10) default 'user') with (fillfactor = 50);
create unlogged table public.workflow_executions (
  id uuid default gen_random_uuid(), conversation_id name, workflow_type varchar(9), current_state varchar(20), participating_agents varchar(20)[], initiated_by text,
  results json, started_at timestamp, completed_at date);
create table public.leads (id uuid default gen_random_uuid(), name text, email text, points int, lead_score int generated always as (points * 2) stored, lead_no serial);
create table public.agent_messages (id text, workflow_execution_id varchar(36), agent_name text, message_type text, content text, tool_calls jsonb[], context_data text);
alter table public.leads replica identity full;
insert into auth.users (id, email) values ('00000000-0000-0000-0000-0000000000a1', 'ann@example.org');
insert into public.profiles values ('00000000-0000-0000-0000-0000000000a1', 'ann@example.org', 'Ann', 'admin');
insert into public.workflow_executions values ('f0000000-0000-0000-0000-000000000001', 'c', 't', null, '{a,b}', '00000000-0000-0000-0000-0000000000a1', '{"r": 1}', '2024-01-01 12:00', '2024-01-02');
insert into public.leads (name, email, points) values ('Lee', 'l@example.org', 21);
insert into public.agent_messages values ('a0000000-0000-0000-0000-000000000001', 'f0000000-0000-0000-0000-000000000001', 'x', 'input', 'm', '{"{\"a\": 1}"}', null);
