alter table public.one add column note text;
alter table public.two add column note text;
