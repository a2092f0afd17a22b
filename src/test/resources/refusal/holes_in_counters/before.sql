-- A counter of the project's own may be written by anybody, but what the statement returns, or takes its value from, is shown.
create table public.profiles (id uuid primary key references auth.users on delete cascade, email text not null, credits integer default 0, digest text);
create table public.conversations (id uuid primary key default gen_random_uuid(), conversation_id text not null, user_id uuid, role text not null, content text not null, view_count integer default 0);
create table public.messages (id uuid primary key default gen_random_uuid(), conversation_id text not null, sender_type text not null, content text not null);
create function public.use_credit(p_user uuid) returns public.profiles language sql security definer set search_path = public as $$
  update profiles set credits = credits - 1 where id = p_user returning * $$;
create function public.view_conversation(p_id uuid) returns public.conversations language plpgsql security definer set search_path = public as $$
  declare r conversations; begin update conversations set view_count = view_count + 1 where id = p_id returning * into r; return r; end $$;
create function public.refresh_digest(p_conversation text) returns void language sql security definer set search_path = public as $$
  update profiles set digest = (select string_agg(content, ' / ') from messages where conversation_id = p_conversation) where id = auth.uid() $$;
create function public.copy_digest(p_id uuid) returns boolean language plpgsql security definer set search_path = public as $$
  begin update profiles as p set credits = 1, digest = m.content from messages as m where m.id = p_id and p.id = auth.uid(); return true; end $$;
-- The same through a function that is harmless itself.
create schema private;
create function private.all_content() returns text language sql set search_path = '' as 'select string_agg(content, '','') from public.messages';
create function public.keep_digest() returns void language sql security definer set search_path = '' as $$
  update public.profiles set digest = private.all_content() where id = auth.uid() $$;
-- What a write returns becomes part of a row that anybody may read.
create table public.lookup (id uuid, email text);
create function public.extra_fill() returns trigger language plpgsql security definer set search_path = '' as $$ begin
  update public.profiles set credits = credits + 1 where id = new.id returning profiles.email into new.email; return new; end $$;
create trigger extra_fill before insert on public.lookup for each row execute function public.extra_fill();
-- Harmless: counters that return nothing, and a value from the caller's own rows.
create function public.count_view(p_id uuid) returns void language plpgsql security definer set search_path = public as $$
  begin update conversations set view_count = view_count + 1 where id = p_id; return; end $$;
create function public.give_credit(p_user uuid) returns boolean language sql security definer set search_path = '' as $$
  update public.profiles as p set credits = greatest(p.credits, 0) + 1, digest = '' where p.id = p_user;
  select true $$;
create function public.my_digest() returns void language sql security definer set search_path = public as $$
  update profiles set digest = (select string_agg(content, ' / ') from conversations where user_id = auth.uid()) where id = auth.uid() $$;
