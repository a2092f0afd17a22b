-- A superuser migrates what the role of the application has made: ours become the superuser's.
create table public.messages (id uuid primary key default gen_random_uuid(), conversation_id text not null, sender_type text not null, content text not null);
create table public.leads (id uuid primary key default gen_random_uuid(), name text not null, email text not null);
alter table public.messages owner to auth_admin;
alter table public.leads owner to auth_admin;
