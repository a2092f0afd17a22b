alter table public.leads drop column stray;
