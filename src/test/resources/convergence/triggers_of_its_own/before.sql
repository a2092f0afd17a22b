-- Kind 2, with triggers of the project's own: rows that get a value they lacked, or are new, are no change that these are to see.
create table public.profiles (id uuid primary key references auth.users (id) on delete cascade, email text not null, role text);
create table public.leads (id uuid primary key default gen_random_uuid(), name text not null, email text not null, lead_score integer);
create table public.extra_log (what text);
create function public.extra_raise() returns trigger language plpgsql as $$ begin raise exception 'nobody may change this'; end $$;
create function public.extra_note() returns trigger language plpgsql as $$ begin insert into public.extra_log values (tg_name); return new; end $$;
create trigger extra_refuse before update on public.leads for each row execute function public.extra_raise();
create trigger extra_welcome after insert on public.profiles for each row execute function public.extra_note();
create trigger extra_statement after update on public.profiles for each statement execute function public.extra_note();
create constraint trigger extra_deferred after update on public.leads deferrable initially deferred for each row execute function public.extra_note();
create trigger extra_always after update on public.leads for each row execute function public.extra_note();
create trigger extra_replica after update on public.leads for each row execute function public.extra_note();
create trigger extra_disabled before update on public.leads for each row execute function public.extra_raise();
insert into auth.users (id, email) values ('00000000-0000-0000-0000-0000000000a1', 'ann@example.org'), ('00000000-0000-0000-0000-0000000000a2', 'bob@example.org');
insert into public.profiles (id, email) values ('00000000-0000-0000-0000-0000000000a1', 'ann@example.org');
insert into public.leads (name, email) values ('Lee', 'l@example.org');
alter table public.leads enable always trigger extra_always, enable replica trigger extra_replica, disable trigger extra_disabled;
truncate public.extra_log;
