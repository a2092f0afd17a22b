drop policy leads_delete on public.leads;
