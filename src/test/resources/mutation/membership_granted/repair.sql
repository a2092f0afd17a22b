revoke mutation_reader from mutation_spare;
