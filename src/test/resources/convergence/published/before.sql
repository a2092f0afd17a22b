-- Kind 2, with everything published: PostgreSQL changes no row that is published and that nothing tells apart.
create publication extra_all for all tables;
create publication extra_public for tables in schema public;
create table public.messages (conversation_id text not null, sender_type text not null, content text not null, status text);
insert into public.messages (conversation_id, sender_type, content) values ('c', 'user', 'hi');
create table public.conversations (id bigserial, conversation_id text not null, role text not null, content text not null, created_at timestamptz);
create unique index on public.conversations (id);
alter table public.conversations alter column id set not null, replica identity using index conversations_id_idx;
insert into public.conversations (conversation_id, role, content) values ('c', 'user', 'hi');
create table public.leads (id uuid primary key default gen_random_uuid(), name text not null, email text not null, lead_score integer);
insert into public.leads (name, email) values ('Lee', 'l@example.org');
create table public.shared_memory (id uuid default gen_random_uuid(), conversation_id text not null, memory_key text not null, memory_value jsonb not null, scope text);
alter table public.shared_memory replica identity full;
insert into public.shared_memory (conversation_id, memory_key, memory_value) values ('c', 'k', '1');
