alter table shop.customers set (fillfactor = 90);
