alter view public.lead_funnel set (security_invoker = true);
