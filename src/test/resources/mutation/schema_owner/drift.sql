alter schema shop owner to mutation_owner;
