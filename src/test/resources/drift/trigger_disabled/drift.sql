alter table public.leads disable trigger leads_set_updated_at;
