alter table public.leads drop column timeline;
