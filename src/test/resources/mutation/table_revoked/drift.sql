revoke select on shop.customers from mutation_reader;
