revoke admin option for mutation_reader from mutation_writer;
