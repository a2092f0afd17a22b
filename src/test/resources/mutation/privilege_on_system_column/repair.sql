revoke select (ctid) on shop.customers from mutation_writer;
