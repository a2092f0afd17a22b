create table public.gate (shut boolean);
insert into public.gate values (true);
create table public.done (times integer);
insert into public.done values (0);
