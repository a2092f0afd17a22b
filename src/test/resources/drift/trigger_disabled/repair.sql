alter table public.leads enable trigger leads_set_updated_at;
