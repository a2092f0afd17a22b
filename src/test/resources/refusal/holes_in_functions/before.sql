create table public.leads (id uuid primary key default gen_random_uuid(), name text not null, email text not null);
create table public.profiles (id uuid primary key references auth.users on delete cascade, email text not null, role text not null default 'user');
create function public.set_role(u uuid, r text) returns void language sql security definer as 'update public.profiles set role = r where id = u';
do $do$ begin execute $sql$ create function public.promote(u uuid) returns void language sql security definer begin atomic update public.profiles set role = 'admin' where id = u; end $sql$; end $do$; -- for the driver takes the semicolons within for ends
create procedure public.wipe() language plpgsql security definer as $$ begin delete from "leads"; end $$;
create function public.is_lead(pattern text) returns boolean language sql security definer as 'select exists (select from leads where email like pattern)';
create schema api;
grant usage on schema api to anon;
create function api.all_leads() returns setof public.leads language sql security definer as 'select * from public.leads';
-- Through what is harmless itself.
create schema private;
create function private.all_leads() returns setof public.leads language sql as 'select * from public.leads';
create function public.count_leads() returns bigint language sql security definer set search_path = '' as 'select count(*) from private.all_leads()';
create view private.names as select name from public.leads;
create function public.names() returns setof text language sql security definer set search_path = private as 'select name from names';
-- What it runs is known only then; and one that policies call, which would lose it.
create function public.run(query text) returns void language plpgsql security definer as $$ begin execute query; end $$;
create function public.colleagues() returns setof public.profiles language sql stable security definer as 'select * from public.profiles';
create table public.notes (id bigint primary key, author uuid);
alter table public.notes enable row level security;
create policy extra_read on public.notes using (author in (select c.id from public.colleagues() as c));
-- Harmless: its caller's rights are asked, nobody may call it, or it names other things.
create function public.my_leads() returns setof public.leads language sql as 'select * from public.leads';
create function public.lead_job() returns void language sql security definer as 'delete from public.leads';
revoke all on function public.lead_job() from public, anon, authenticated;
create function public.add_note(leads bigint) returns void language plpgsql security definer as $$
  begin /* not from leads */ raise notice 'into leads: %', leads; insert into public.notes (id) values (leads); end $$; -- from profiles
