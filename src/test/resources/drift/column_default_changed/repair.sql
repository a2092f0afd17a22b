alter table public.leads alter column source set default 'website';
