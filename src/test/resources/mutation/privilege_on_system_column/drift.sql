grant select (ctid) on shop.customers to mutation_writer;
