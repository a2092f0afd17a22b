alter table shop.customers enable always trigger touch;
