create index offence on public.leads (status, created_at desc);
