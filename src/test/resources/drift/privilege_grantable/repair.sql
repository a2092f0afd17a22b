revoke grant option for select on public.leads from authenticated;
