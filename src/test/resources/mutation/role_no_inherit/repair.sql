alter role mutation_owner inherit;
