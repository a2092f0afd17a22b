grant select on public.leads to anon;
