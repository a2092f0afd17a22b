grant pg_write_all_data to mutation_spare;
