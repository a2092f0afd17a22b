alter table public.leads no inherit auth.parent;
drop table auth.parent;
