alter table public.leads enable trigger all;
