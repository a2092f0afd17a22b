drop index public.stray;
