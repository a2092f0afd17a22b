-- Kind 3: objects of our names that are something else.
create type lead_status as enum ('new', 'qualified', 'received', 'lost');
create schema agentflow;
grant usage on schema agentflow to public, anon;
create function agentflow.is_admin() returns text language sql as 'select ''yes''';
create function agentflow.set_updated_at() returns trigger language plpgsql security definer as 'begin return null; end';
create table profiles (id uuid primary key, email text not null, constraint profiles_email_key check (email <> ''), constraint profiles_role_check unique (email));
create table leads (
  id uuid not null, name text not null, email text not null, status lead_status default 'new', lead_score integer, metadata jsonb,
  constraint leads_pkey primary key (id, email), constraint leads_lead_score_check check (lead_score between 0 and 1000));
create index leads_status_created_at_idx on leads (name);
create unique index leads_metadata_idx on leads (email);
create trigger leads_set_updated_at after insert on leads for each statement execute function agentflow.set_updated_at();
create policy leads_select on leads for all to anon using (true);
create materialized view lead_funnel as select status, count(*) from leads group by status;
create view workflow_performance as select 1 as one;
create view conversation_activity as select * from workflow_performance;
grant select on lead_funnel, workflow_performance to anon;
insert into auth.users (id, email) values ('00000000-0000-0000-0000-0000000000a1', 'ann@example.org');
insert into profiles (id, email) values ('00000000-0000-0000-0000-0000000000a1', 'old@example.org');
insert into leads (id, name, email, status, lead_score) values ('1ead0000-0000-0000-0000-000000000001', 'Lee', 'l@example.org', 'lost', 100);
