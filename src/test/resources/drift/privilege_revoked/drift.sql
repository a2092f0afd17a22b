revoke insert on public.leads from anon;
