create table public.many (id integer);
