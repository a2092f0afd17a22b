alter role mutation_owning rename to mutation_owner;
