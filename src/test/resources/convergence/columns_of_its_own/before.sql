-- Kind 2, with columns of the project's own that users write.
create table public.profiles (id uuid primary key references auth.users on delete cascade, email text not null, role text default 'user', website text, "Bio" text, credits integer default 0, shown text generated always as (upper(website)) stored);
alter table public.profiles enable row level security;
create policy extra_own on public.profiles for update to authenticated using (id = auth.uid());
revoke insert, update on public.profiles from anon, authenticated;
grant update (website, "Bio", role) on public.profiles to authenticated;
create table public.messages (id uuid primary key default gen_random_uuid(), conversation_id text not null, sender_type text not null, content text not null, starred boolean default false);
-- What they may go on writing, or never could.
create table public.leads (id uuid primary key default gen_random_uuid(), name text not null, email text not null, region text);
revoke update on public.leads from anon;
create table public.shared_memory (id uuid primary key default gen_random_uuid(), conversation_id text not null, memory_key text not null, memory_value jsonb not null, extra_weight integer);
alter table public.shared_memory enable row level security;
insert into auth.users (id, email) values ('00000000-0000-0000-0000-0000000000a1', 'ann@example.org');
insert into public.profiles (id, email, website) values ('00000000-0000-0000-0000-0000000000a1', 'ann@example.org', 'example.org');
