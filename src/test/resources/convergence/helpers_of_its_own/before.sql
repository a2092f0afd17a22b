-- Kind 3: functions with their owner's rights as projects on Supabase have them. They open nothing that policies close, and stay.
create table public.profiles (id uuid primary key references auth.users on delete cascade, email text not null, full_name text, role text default 'user', notes_count int default 0);
create table public.leads (id uuid primary key default gen_random_uuid(), name text not null, email text not null, lead_score integer, status text);
create table public.conversations (id uuid primary key default gen_random_uuid(), conversation_id text not null, user_id uuid references auth.users, role text not null, content text not null, updated_at timestamptz);
create table public.messages (id uuid primary key default gen_random_uuid(), conversation_id text not null, sender_type text not null, content text not null);
create table public.extra_notes (id bigint primary key, author uuid, body text);
alter table public.extra_notes enable row level security;
-- What policies ask.
create function public.extra_is_admin() returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.profiles where id = (select auth.uid()) and role = 'admin') $$;
create function public.extra_has_role(u uuid, wanted text) returns boolean language plpgsql stable security definer as $$ begin
  return exists (select from profiles p where p.id = u and p.role = wanted); end $$;
create function public.extra_my_role() returns text language sql stable security definer as $$ select role from profiles where id = auth.uid() $$;
do $do$ begin execute $sql$ create function public.extra_my_conversations() returns setof text language sql stable security definer begin atomic select conversation_id from public.conversations where user_id = auth.uid(); end $sql$; end $do$; -- for the driver takes the semicolons within for ends
create policy extra_admins on public.extra_notes for all using (public.extra_is_admin() or public.extra_has_role(auth.uid(), 'admin'));
create policy extra_own on public.extra_notes for select using (author = auth.uid() and body in (select public.extra_my_conversations()));
-- What pages call: each asks who calls, or does what anybody may do.
create function public.extra_report() returns bigint language plpgsql security definer set search_path = '' as $$
declare
  my_role text;
begin
  select p.role into my_role from public.profiles as p where p.id = auth.uid();
  if my_role <> 'admin' and not public.extra_is_admin() then raise exception 'no profiles, leads or messages for you'; end if;
  execute 'analyze public.extra_notes';
  return (select count(*) from public.extra_notes);
end $$;
create function public.extra_contact(name text, email text) returns void language sql security definer set search_path = '' as $$
  insert into public.leads (name, email) values (name, email) $$;
create function public.extra_form(name text, email text) returns void language plpgsql security definer set search_path = '' as $$ begin
  insert into public.leads (name, email, status) values (name, email, 'received'); end $$;
create function public.extra_chats() returns setof public.conversations language sql stable security definer set search_path = '' as $$
  select * from public.conversations where user_id = auth.uid() order by id $$;
-- Nobody can call it.
create function public.extra_on_ddl() returns event_trigger language plpgsql security definer as $$ begin execute 'analyze public.leads'; end $$;
-- Triggers that keep a counter of the project's own, a time, and what auth.users says.
create function public.extra_count() returns trigger language plpgsql security definer set search_path = '' as $$ begin
  update public.profiles set notes_count = greatest(notes_count, 0) + 1 where id = new.author; return new; end $$;
create trigger extra_count after insert on public.extra_notes for each row execute function public.extra_count();
create function public.extra_touch() returns trigger language plpgsql security definer set search_path = '' as $$ begin
  update public.conversations as c set updated_at = now() where c.conversation_id = new.conversation_id; return new; end $$;
create trigger extra_touch after insert on public.messages for each row execute function public.extra_touch();
create function public.extra_sync() returns trigger language plpgsql security definer set search_path = '' as $$ begin
  update public.profiles set email = new.email, full_name = new.raw_user_meta_data ->> 'full_name' where id = new.id; return new; end $$;
create trigger extra_sync after update on auth.users for each row execute function public.extra_sync();
create function public.extra_score() returns trigger language plpgsql security definer set search_path = '' as $$ begin
  update public.leads set lead_score = 10 where id = new.id; return new; end $$;
create trigger extra_score after insert on public.leads for each row execute function public.extra_score();
insert into auth.users (id, email) values ('00000000-0000-0000-0000-0000000000a1', 'ann@example.org');
insert into public.profiles (id, email, role) values ('00000000-0000-0000-0000-0000000000a1', 'ann@example.org', 'admin');
