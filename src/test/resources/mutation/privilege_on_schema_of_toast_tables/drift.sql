grant usage on schema pg_toast to mutation_reader;
