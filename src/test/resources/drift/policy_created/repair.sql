drop policy stray on public.leads;
