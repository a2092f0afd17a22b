grant select on public.leads to authenticated with grant option;
