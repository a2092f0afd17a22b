drop table public.stray;
