alter policy read_all on shop.customers to mutation_reader;
