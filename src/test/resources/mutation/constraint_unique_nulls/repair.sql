alter table shop.customers drop constraint customers_name_key;
alter table shop.customers add constraint customers_name_key unique (name) with (fillfactor = 80);
