alter default privileges for role mutation_owner in schema shop grant all on functions to mutation_reader;
