alter role mutation_spare connection limit 5;
