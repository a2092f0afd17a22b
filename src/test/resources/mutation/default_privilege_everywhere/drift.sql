alter default privileges grant select on sequences to mutation_reader;
