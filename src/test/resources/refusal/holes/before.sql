create table public.leads (id uuid primary key default gen_random_uuid(), name text not null, email text not null);
create view public.lead_overview as select id, name, email from public.leads;
-- Granted a column only, over another view, through a view that is harmless itself, through a function of a schema of no use to them.
create view public.lead_columns as select id, name, email from public.leads;
revoke all on public.lead_columns from anon, authenticated;
grant select (email) on public.lead_columns to anon;
create view public.lead_private as select id, name from public.leads;
revoke all on public.lead_private from anon, authenticated;
create view public.lead_outer as select * from public.lead_private;
create view public.lead_asked with (security_invoker) as select id, name from public.leads;
create materialized view public.lead_stored as select * from public.lead_asked;
create schema private;
create function private.all_leads() returns setof public.leads language sql security definer as 'select * from public.leads';
create view public.lead_called with (security_invoker = true) as select name from private.all_leads();
-- Harmless: the inner view asks for the rights of whoever reads the outer one, and nobody may read the last.
create view public.lead_harmless as select * from public.lead_asked;
create view public.lead_unseen with (security_invoker = on) as select * from public.lead_private;
-- A rule acts with the rights of the table's owner.
create table public.contact_form (name text, email text);
create rule extra_send as on insert to public.contact_form do also insert into public.leads (name, email) values (new.name, new.email);
