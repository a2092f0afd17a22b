alter table public.conversations disable row level security;
