alter table shop.customers alter column note set (n_distinct = 5);
