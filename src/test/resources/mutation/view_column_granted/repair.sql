revoke update (name) on shop.best from mutation_reader;
