alter role mutation_reader valid until '2032-01-01 00:00:00+00';
