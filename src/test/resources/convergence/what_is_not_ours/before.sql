-- What is of others stays: a column, its index and check, a table, a view over it, an audit trigger, a view over a column that keeps its type.
-- include: finished
alter table public.leads add column extra_region text not null default 'eu', add constraint extra_region_check check (extra_region <> '');
create index extra_region_idx on public.leads (extra_region, status);
create table public.extra_audit (at timestamptz default now(), what text);
create view public.extra_recent as select * from public.extra_audit;
create view public.extra_names with (security_invoker = true) as select id, name from public.leads;
create function public.extra_note() returns trigger language plpgsql as $$ begin insert into public.extra_audit (what) values (tg_op); return new; end $$;
create trigger extra_audit after insert or update on public.leads for each row execute function public.extra_note();
alter table public.leads drop column source, alter column lead_score drop not null, drop constraint leads_lead_score_check;
insert into public.leads (name, email, lead_score) values ('Lee', 'l@example.org', null);
