grant insert on shop.best to mutation_reader;
