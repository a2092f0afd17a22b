drop policy "write own" on shop.customers;
create policy "write own" on shop.customers for update to mutation_writer using (true) with check (score < 100);
