create table public.one (id int primary key);
