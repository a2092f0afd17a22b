grant all on public.leads to current_user;
