create policy offence on public.leads for delete to anon
  using ((select auth.jwt()) -> 'user_metadata' ->> 'role' = 'admin');
