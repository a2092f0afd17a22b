create type public.lead_status as enum ('new', 'lost');
create table public.old_leads (id int, status public.lead_status);
create function public.open_leads(s public.lead_status) returns int language sql as 'select 1';
create table public.leads (id uuid primary key default gen_random_uuid(), name text not null, email text not null, status public.lead_status default 'new', extra_region text);
create index extra_idx on public.leads (extra_region) where status <> 'lost';
-- Harmless: it goes, and is in nobody's way.
create index open_idx on public.leads (email) where status <> 'lost';
