create domain public.region as text not null;
create table public.leads (id uuid primary key default gen_random_uuid(), name text not null, email text not null, region public.region);
