create table public.next (id integer);
