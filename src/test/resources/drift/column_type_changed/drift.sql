alter table public.leads alter column phone type varchar(20);
