grant update on shop.sacks to mutation_reader;
