create role mutation_spare nologin;
grant pg_read_all_stats to mutation_spare;
