create table public.one (id integer);
create table public.two (id integer);
