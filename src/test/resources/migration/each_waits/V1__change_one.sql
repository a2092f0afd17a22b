alter table public.one add column note text;
