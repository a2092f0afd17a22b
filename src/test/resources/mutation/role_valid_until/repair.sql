alter role mutation_spare valid until 'infinity';
