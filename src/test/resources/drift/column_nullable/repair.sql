alter table public.leads alter column email set not null;
