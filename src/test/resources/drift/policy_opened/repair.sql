alter policy leads_delete on public.leads using ((select private.is_admin()));
