revoke mutation_reader from mutation_writer;
