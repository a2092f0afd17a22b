revoke usage on schema pg_toast from mutation_reader;
