alter default privileges revoke select on large objects from mutation_reader;
