grant update (name) on shop.best to mutation_reader;
