alter table shop.customers drop constraint odd;
