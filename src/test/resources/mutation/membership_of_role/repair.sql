revoke pg_write_all_data from mutation_spare;
