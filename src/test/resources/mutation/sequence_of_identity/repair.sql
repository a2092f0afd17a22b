alter table shop.customers alter column id set increment by 2;
