alter default privileges in schema spare grant insert on tables to mutation_reader;
