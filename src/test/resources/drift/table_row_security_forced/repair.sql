alter table public.leads no force row level security;
