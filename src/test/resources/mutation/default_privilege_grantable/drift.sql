alter default privileges in schema spare grant select on tables to mutation_reader with grant option;
