drop sequence public.stray;
