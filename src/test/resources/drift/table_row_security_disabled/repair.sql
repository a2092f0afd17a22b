alter table public.leads enable row level security;
