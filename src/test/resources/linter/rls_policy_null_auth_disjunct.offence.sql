create policy offence on public.leads for delete to anon using ((select auth.uid()) is null or assigned_to = (select auth.uid()));
