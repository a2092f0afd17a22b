alter table shop.customers alter column doubled drop expression;
