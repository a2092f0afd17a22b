alter default privileges for role mutation_owner revoke all on tables from mutation_reader;
