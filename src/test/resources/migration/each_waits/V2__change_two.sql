alter table public.two add column note text;
