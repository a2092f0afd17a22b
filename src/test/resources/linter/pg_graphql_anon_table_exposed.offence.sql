grant select (name) on public.leads to anon;
