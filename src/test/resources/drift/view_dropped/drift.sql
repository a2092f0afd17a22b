drop view public.lead_funnel;
