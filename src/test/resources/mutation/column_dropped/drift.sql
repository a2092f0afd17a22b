alter table shop.customers drop column note cascade;
