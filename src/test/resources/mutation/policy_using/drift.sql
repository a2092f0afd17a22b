alter policy read_all on shop.customers using (true);
