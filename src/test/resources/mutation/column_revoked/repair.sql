grant update (note) on shop.customers to mutation_reader;
