create table public.leads (id uuid primary key default gen_random_uuid(), name text not null, email text not null, created_at integer, updated_at text);
insert into public.leads (name, email, created_at, updated_at) values ('a', 'a@x', 20240101, 'tomorrow'), ('b', 'b@x', 101231, '01/02/2024');
