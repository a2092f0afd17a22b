grant select on pg_catalog.pg_authid to mutation_reader;
