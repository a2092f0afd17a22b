grant select on public.lead_funnel to anon;
