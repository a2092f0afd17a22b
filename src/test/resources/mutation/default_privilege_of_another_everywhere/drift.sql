alter default privileges for role mutation_owner grant all on tables to mutation_reader;
