create index leads_status_created_at_idx on public.leads (status, created_at desc);
