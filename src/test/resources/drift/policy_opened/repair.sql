alter policy leads_delete on public.leads using ((select agentflow.is_admin()));
