alter role mutation_spare superuser;
