grant create on schema pg_catalog to mutation_reader;
