grant usage on foreign data wrapper far to mutation_reader;
