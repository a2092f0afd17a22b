revoke pg_read_all_data from mutation_spare;
