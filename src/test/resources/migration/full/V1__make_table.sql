create table public.some (id integer);
