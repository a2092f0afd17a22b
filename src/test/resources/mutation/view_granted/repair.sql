revoke insert on shop.best from mutation_reader;
