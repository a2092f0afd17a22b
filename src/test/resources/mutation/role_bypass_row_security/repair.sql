alter role mutation_spare nobypassrls;
