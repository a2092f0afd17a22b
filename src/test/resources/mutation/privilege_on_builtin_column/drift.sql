grant select (rolpassword) on pg_authid to mutation_reader;
