-- What a trigger does with its owner's rights is done for whoever may write the row.
create table public.profiles (id uuid primary key references auth.users on delete cascade, email text, role text default 'user');
create table public.leads (id uuid primary key default gen_random_uuid(), name text not null, email text not null);
create table public.messages (id uuid primary key default gen_random_uuid(), conversation_id text not null, sender_type text not null, content text not null);
create table public.inbox (who uuid default auth.uid(), r text);
create function public.extra_dynamic() returns trigger language plpgsql security definer set search_path = '' as $$ begin
  execute format('update public.profiles set role = %L where id = %L', new.r, new.who); return new; end $$;
create trigger extra_dynamic after insert on public.inbox for each row execute function public.extra_dynamic();
create function public.extra_message() returns trigger language plpgsql security definer set search_path = '' as $$ begin
  insert into public.messages (conversation_id, sender_type, content) values (new.name, 'system', new.email); return new; end $$;
create trigger extra_message after insert on public.leads for each row execute function public.extra_message();
create table public.lookup (id uuid, email text);
create function public.extra_fill() returns trigger language plpgsql security definer set search_path = '' as $$ begin
  select string_agg(l.email, ',') into new.email from public.leads l; return new; end $$;
create trigger extra_fill before insert on public.lookup for each row execute function public.extra_fill();
-- Harmless: a log in a table of the project's own, its own partitions, and a look that changes nothing of the row.
create table public.extra_log (what text);
create function public.extra_log() returns trigger language plpgsql security definer set search_path = '' as $$ begin
  insert into public.extra_log values (new.email); return new; end $$;
create trigger extra_log after insert on public.leads for each row execute function public.extra_log();
create function public.extra_partition() returns trigger language plpgsql security definer set search_path = '' as $$ begin
  execute format('create table if not exists public.%I (id int)', 'extra_' || to_char(now(), 'YYYYMM')); return new; end $$;
create trigger extra_partition before insert on public.extra_log for each row execute function public.extra_partition();
create function public.extra_twice() returns trigger language plpgsql security definer set search_path = '' as $$ begin
  if exists (select from public.leads as l where l.email = new.email) then raise exception 'known'; end if; return new; end $$;
create trigger extra_twice before insert on public.leads for each row execute function public.extra_twice();
