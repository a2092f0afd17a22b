alter table public.leads rename column owned_by to assigned_to;
alter policy leads_select on public.leads using (assigned_to = (select auth.uid()) or (select agentflow.is_admin()));
