drop trigger stray on public.leads;
