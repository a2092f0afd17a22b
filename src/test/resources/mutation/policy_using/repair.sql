alter policy read_all on shop.customers using (score > 0);
