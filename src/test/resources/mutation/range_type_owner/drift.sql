alter type shop.shift owner to mutation_owner;
