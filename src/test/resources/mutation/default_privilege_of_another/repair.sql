alter default privileges for role mutation_owner in schema shop revoke all on functions from mutation_reader;
