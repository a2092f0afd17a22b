comment on table public.leads is 'something else';
