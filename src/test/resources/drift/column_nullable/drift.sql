alter table public.leads alter column email drop not null;
