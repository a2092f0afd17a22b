create table public.gate (shut boolean);
insert into public.gate values (true);
