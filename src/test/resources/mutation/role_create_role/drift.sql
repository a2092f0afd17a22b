alter role mutation_spare createrole;
