grant pg_read_all_data to mutation_spare;
