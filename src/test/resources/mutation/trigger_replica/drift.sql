alter table shop.customers enable replica trigger touch;
