-- One value is enough, if anybody may ask for anybody's.
create table public.leads (id uuid primary key default gen_random_uuid(), name text not null, email text not null);
create table public.profiles (id uuid primary key references auth.users on delete cascade, email text not null, role text not null default 'user');
create function public.extra_letter(n integer, c integer) returns boolean language sql security definer set search_path = '' as $$
  select ascii(substr(email, c, 1)) > n from public.leads order by id limit 1 $$;
create function public.extra_email(u uuid) returns text language sql stable security definer set search_path = '' as $$ select email from public.profiles where id = u $$;
create function public.extra_all() returns text language sql stable security definer set search_path = '' as $$ select string_agg(l::text, ',') from public.leads as l $$;
create table public.notes (id bigint primary key, author text);
alter table public.notes enable row level security;
create policy extra_read on public.notes for select to authenticated using (author = public.extra_email(auth.uid()) or author = public.extra_all());
-- A policy of ours needs nothing, for it goes.
create function public.get_user_role(user_id uuid) returns text language sql stable security definer set search_path = '' as $$ select role from public.profiles where id = user_id $$;
alter table public.leads enable row level security;
create policy extra_leads on public.leads for select using (public.get_user_role(auth.uid()) = 'admin');
-- Harmless: who somebody is to the schema, and what is behind a number, as policies ask.
create function public.extra_role(u uuid) returns text language sql stable security definer set search_path = '' as $$ select role from public.profiles where id = u $$;
create function public.extra_older(n integer) returns boolean language sql stable security definer set search_path = '' as $$ select count(*) > n from public.leads $$;
create policy extra_write on public.notes for insert to authenticated with check (public.extra_role(auth.uid()) = 'admin' and public.extra_older(5));
