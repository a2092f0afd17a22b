alter table public.leads add offence regprocedure;
