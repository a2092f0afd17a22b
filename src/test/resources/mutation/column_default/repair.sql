alter table shop.customers alter column name set default 'unknown';
