grant usage on domain shop.percent to mutation_reader;
