alter table public.leads add column stray text;
