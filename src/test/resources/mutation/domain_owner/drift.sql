alter domain shop.percent owner to mutation_owner;
