revoke select on public.lead_funnel from anon;
