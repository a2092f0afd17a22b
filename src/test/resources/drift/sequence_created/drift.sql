create sequence public.stray cycle;
