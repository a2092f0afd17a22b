revoke usage on foreign data wrapper far from mutation_reader;
