alter table shop.customers alter column mood drop not null;
