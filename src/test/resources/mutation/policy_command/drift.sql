drop policy read_all on shop.customers;
create policy read_all on shop.customers for delete to mutation_reader using (score > 0);
comment on policy read_all on shop.customers is 'But for the poor';
