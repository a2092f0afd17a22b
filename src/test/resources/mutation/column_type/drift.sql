alter table shop.customers alter column note type varchar(200);
