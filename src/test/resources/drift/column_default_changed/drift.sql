alter table public.leads alter column source set default 'import';
