alter policy leads_delete on public.leads using (true);
