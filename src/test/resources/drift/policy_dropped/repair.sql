create policy leads_delete on public.leads for delete to authenticated using ((select agentflow.is_admin()));
