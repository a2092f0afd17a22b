alter table shop.customers owner to mutation_reader;
