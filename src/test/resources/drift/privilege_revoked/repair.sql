grant insert on public.leads to anon;
