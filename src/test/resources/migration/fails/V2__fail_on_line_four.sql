create table public.two (id int primary key);

insert into public.two values (1);
insert into public.two values (1);
