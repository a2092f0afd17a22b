alter default privileges in schema spare revoke select on tables from mutation_reader;
