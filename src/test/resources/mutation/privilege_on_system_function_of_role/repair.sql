revoke select on pg_catalog.pg_authid from mutation_reader;
