revoke select (rolpassword) on pg_authid from mutation_reader;
