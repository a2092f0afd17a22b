alter role mutation_spare login;
