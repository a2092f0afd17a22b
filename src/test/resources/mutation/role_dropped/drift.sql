drop role mutation_spare;
