grant mutation_reader to mutation_spare;
