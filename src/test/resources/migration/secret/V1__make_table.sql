create table public.one (id integer);
