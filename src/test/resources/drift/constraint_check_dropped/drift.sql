alter table public.leads drop constraint leads_lead_score_check;
