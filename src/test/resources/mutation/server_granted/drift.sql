grant usage on foreign server mill to mutation_reader;
