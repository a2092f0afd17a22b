alter role mutation_spare replication;
