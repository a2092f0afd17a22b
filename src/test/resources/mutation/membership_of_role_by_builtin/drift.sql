grant mutation_spare to pg_monitor;
