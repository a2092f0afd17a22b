revoke usage on domain shop.percent from mutation_reader;
