alter type shop.pair owner to mutation_owner;
