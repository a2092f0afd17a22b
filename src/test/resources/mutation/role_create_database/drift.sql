alter role mutation_spare createdb;
