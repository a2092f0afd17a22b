alter table shop.entries disable trigger all;
