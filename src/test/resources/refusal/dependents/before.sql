create table public.leads (id uuid primary key, name varchar(80), email text, status text, extra_label text generated always as (upper(status)) stored);
create view public.hot_leads as select id, name from public.leads where status = 'qualified';
create table public.notes (id int, lead uuid);
create policy by_lead on public.notes using (exists (select from public.leads l where l.id = lead and l.status = 'lost'));
create rule nothing as on delete to public.leads do instead nothing;
create view public.lead_funnel as select 1 as one;
create view public.funnel_two as select * from public.lead_funnel;
create table public.messages (id uuid, conversation_id text, sender_type text, content varchar(9));
create table public.kept (message public.messages);
