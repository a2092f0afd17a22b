revoke execute on procedure shop.clean(integer) from mutation_reader;
