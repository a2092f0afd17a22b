alter table public.leads disable trigger all;
