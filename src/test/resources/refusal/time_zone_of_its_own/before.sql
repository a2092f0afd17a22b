do $$ begin execute format('alter database %I set timezone = ''America/New_York''', current_database()); end $$;
create table public.leads (id uuid primary key default gen_random_uuid(), name text not null, email text not null, created_at timestamp default now());
insert into public.leads (name, email) values ('a', 'a@x');
