alter table public.leads alter column phone type text;
