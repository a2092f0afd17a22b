alter default privileges revoke select on sequences from mutation_reader;
