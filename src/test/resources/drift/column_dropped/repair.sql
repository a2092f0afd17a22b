alter table public.leads add column timeline text;
