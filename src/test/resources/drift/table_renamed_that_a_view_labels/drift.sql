-- Two differences: the old name and the new one. The view lead_funnel has a column called leads.
alter table public.leads rename to prospects;
