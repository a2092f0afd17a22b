alter role mutation_spare nocreaterole;
