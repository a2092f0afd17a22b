alter table shop.customers drop column born;
