alter table shop.customers alter column note set statistics -1;
