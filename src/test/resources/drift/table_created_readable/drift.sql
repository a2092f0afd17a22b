create table public.stray (id int primary key);
grant select on public.stray to anon;
