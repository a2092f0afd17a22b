alter table shop.customers alter column note type text;
