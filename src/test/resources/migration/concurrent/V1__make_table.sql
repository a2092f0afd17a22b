create table public.many (id integer);
insert into public.many select generate_series(1, 1000);
