grant execute on procedure shop.clean(integer) to mutation_reader;
