revoke select on public.leads from anon;
