alter role mutation_spare nocreatedb;
