-- The number goes into metadata; what refers to it must be led to the new id, once, by whoever knows that table.
create table public.leads (id bigserial primary key, name text not null, email text not null);
create table public.lead_tags (lead_id bigint references public.leads on delete cascade, tag text);
create publication extra_leads for table public.leads (id, name);
