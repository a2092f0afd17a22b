alter table public.prospects rename to leads;
