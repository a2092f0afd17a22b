alter role mutation_spare noreplication;
