-- As in databases that came from before 9.1: a backslash in a plain string is an escape there.
create table public.leads (id uuid primary key default gen_random_uuid(), name text not null, email text not null, created_at text);
insert into public.leads (name, email, created_at) values ('Lee', 'l@example.org', '2024-02-03 04:05:06+00');
do $$ begin execute format('alter database %I set standard_conforming_strings = off', current_database()); end $$;
