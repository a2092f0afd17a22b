alter table shop.customers enable trigger touch;
