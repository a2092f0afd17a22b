alter role mutation_reader valid until '2031-01-01 00:00:00+00';
