alter type shop.size owner to mutation_owner;
