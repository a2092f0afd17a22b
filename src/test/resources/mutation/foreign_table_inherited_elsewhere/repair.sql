drop table public.sacks_near;
