alter table shop.customers add column born date;
