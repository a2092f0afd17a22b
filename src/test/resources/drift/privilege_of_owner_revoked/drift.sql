revoke all on public.leads from current_user;
