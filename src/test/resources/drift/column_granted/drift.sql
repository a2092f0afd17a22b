grant update (role) on public.profiles to anon;
