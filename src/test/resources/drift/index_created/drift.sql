create index stray on public.leads (company);
