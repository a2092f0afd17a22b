-- Our tables are logged, and what is logged cannot refer to what is not.
create unlogged table public.campaigns (id uuid primary key);
create unlogged table public.leads (id uuid primary key default gen_random_uuid(), name text not null, email text not null, campaign uuid references public.campaigns);
