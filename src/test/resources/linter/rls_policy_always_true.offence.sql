create policy offence on public.messages for insert to anon with check (1 = 1);
