alter table shop.customers alter column score set not null;
