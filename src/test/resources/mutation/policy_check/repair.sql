alter policy "write own" on shop.customers with check (score < 100);
