alter view public.lead_funnel reset (security_invoker);
