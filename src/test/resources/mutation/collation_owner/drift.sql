alter collation shop.exact owner to mutation_owner;
