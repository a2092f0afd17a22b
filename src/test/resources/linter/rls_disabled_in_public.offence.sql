create table public.offence (id int primary key);
