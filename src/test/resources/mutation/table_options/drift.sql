alter table shop.customers set (fillfactor = 50);
