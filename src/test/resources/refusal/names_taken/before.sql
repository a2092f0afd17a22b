create view public.profiles as select id, email from auth.users;
create table public.messages (id int) partition by range (id);
create table public.lead_funnel (status text, n int);
create table public.elsewhere (id int, metadata jsonb);
create index leads_metadata_idx on public.elsewhere using gin (metadata);
create type public.lead_status as (a int);
create sequence public.workflow_executions;
create table public.parent (id uuid);
create table public.leads () inherits (public.parent);
