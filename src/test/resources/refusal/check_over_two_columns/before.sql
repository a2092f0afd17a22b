create table public.leads (id uuid primary key default gen_random_uuid(), name text not null, email text not null, lead_score integer, region text,
  constraint score_or_region check (lead_score is null or region is not null));
insert into public.leads (name, email) values ('Lee', 'l@example.org');
