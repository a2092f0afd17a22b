alter policy leads_delete on public.leads to public;
