alter table public.leads force row level security;
