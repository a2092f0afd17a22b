alter table shop.customers alter column note set compression pglz;
