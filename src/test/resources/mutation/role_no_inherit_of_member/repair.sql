alter role mutation_writer inherit;
