alter foreign table spare.crates owner to mutation_owner;
