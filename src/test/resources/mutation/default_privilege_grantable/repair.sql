alter default privileges in schema spare revoke grant option for select on tables from mutation_reader;
