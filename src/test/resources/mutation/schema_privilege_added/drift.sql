grant create on schema shop to mutation_reader;
