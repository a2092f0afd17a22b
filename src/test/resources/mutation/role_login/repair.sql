alter role mutation_spare nologin;
