revoke usage on type shop.shift from mutation_reader;
