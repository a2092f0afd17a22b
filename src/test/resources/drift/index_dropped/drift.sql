drop index public.leads_status_created_at_idx;
