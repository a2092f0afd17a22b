alter server mill owner to mutation_owner;
