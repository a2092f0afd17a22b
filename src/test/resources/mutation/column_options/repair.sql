alter table shop.customers alter column note reset (n_distinct);
