create policy offence on public.leads for delete to anon using (assigned_to = auth.uid());
