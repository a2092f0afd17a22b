-- Kind 5: an earlier run ended half-way, and its history is gone: some tables, the type, some functions.
create type public.lead_status as enum ('received', 'contacted', 'qualified', 'converted', 'lost');
create schema agentflow;
create table public.profiles (
  id uuid not null,
  email text not null,
  role text not null default 'user',
  created_at timestamptz not null default now(),
  constraint profiles_pkey primary key (id),
  constraint profiles_email_key unique (email),
  constraint profiles_role_check check (role in ('user', 'admin'))
);
create table public.shared_memory (id uuid, conversation_id text, memory_key text, memory_value text, created_at text);
insert into public.shared_memory (conversation_id, memory_key, memory_value, created_at) values ('c', 'k', '{"a": [1]}', '2024-01-02 03:04:05+02');
