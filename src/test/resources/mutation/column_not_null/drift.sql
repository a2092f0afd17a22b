alter table shop.customers alter column mood set not null;
