revoke create on schema shop from mutation_reader;
