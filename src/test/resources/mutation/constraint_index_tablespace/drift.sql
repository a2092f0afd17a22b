alter index shop.customers_name_key set tablespace mutation_space;
