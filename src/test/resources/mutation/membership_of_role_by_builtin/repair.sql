revoke mutation_spare from pg_monitor;
