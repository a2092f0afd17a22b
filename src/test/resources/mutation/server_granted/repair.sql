revoke usage on foreign server mill from mutation_reader;
