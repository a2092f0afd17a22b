alter role mutation_spare valid until '2030-01-01 00:00:00+00';
