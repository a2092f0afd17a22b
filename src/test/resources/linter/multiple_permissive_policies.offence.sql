create policy offence on public.leads for all using (assigned_to = (select auth.uid()));
