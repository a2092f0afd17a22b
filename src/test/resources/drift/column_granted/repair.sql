revoke update (role) on public.profiles from anon;
