alter table shop.customers drop constraint customers_pkey cascade;
alter table shop.customers alter column id set not null;
