revoke grant option for select on shop.customers from mutation_reader;
