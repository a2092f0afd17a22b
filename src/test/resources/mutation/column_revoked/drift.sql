revoke update (note) on shop.customers from mutation_reader;
