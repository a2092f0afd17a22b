grant usage on type shop.shift to mutation_reader;
