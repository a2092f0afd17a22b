comment on table public.leads is 'Prospects and how far they have come';
