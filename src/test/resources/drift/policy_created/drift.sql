create policy stray on public.leads for select to anon using (true);
