-- Kind 3: an index that names a label of an enum with fewer labels.
create type public.lead_status as enum ('received', 'qualified', 'lost');
create table public.leads (id uuid primary key default gen_random_uuid(), name text not null, email text not null, status public.lead_status not null default 'received', created_at timestamptz default now(), check (status <> 'lost' or email <> ''));
create index leads_open_idx on public.leads (email) where status <> 'lost';
create index leads_lost_idx on public.leads ((status = 'lost'));
create index extra_idx on public.leads (status, created_at desc);
insert into public.leads (name, email, status) values ('Lee', 'l@example.org', 'qualified');
