create table auth.parent (id uuid, email text);
alter table public.leads inherit auth.parent;
