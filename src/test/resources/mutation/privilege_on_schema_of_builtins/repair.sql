revoke create on schema pg_catalog from mutation_reader;
