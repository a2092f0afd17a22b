alter table public.leads drop constraint leads_lead_score_check;
alter table public.leads add constraint leads_lead_score_check check (lead_score between 0 and 100);
