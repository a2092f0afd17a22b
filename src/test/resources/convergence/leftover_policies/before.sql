-- Kind 4: a finished schema in which somebody opened everything, granted it to everybody and switched the guards off.
-- include: finished
create policy "Enable read access for all users" on public.leads for select using (true);
create policy "anon writes" on public.conversations for all to anon using (true) with check (true);
create policy "service" on public.shared_memory as restrictive for select using (false);
grant all on all tables in schema public to anon, authenticated, public;
grant select on public.leads to stranger with grant option;
set role stranger; grant select on public.leads to authenticated; reset role;
grant update (role) on public.profiles to anon;
alter table public.leads disable row level security;
alter table public.messages force row level security, disable trigger all;
alter table public.profiles disable trigger user;
alter view public.lead_funnel reset (security_invoker);
grant execute on all functions in schema agentflow to anon;
insert into public.leads (name, email) values ('Lee', 'l@example.org');
comment on table public.leads is 'mine';
comment on column public.leads.name is 'who it is';
comment on constraint leads_pkey on public.leads is 'key';
