alter default privileges grant select on large objects to mutation_reader;
