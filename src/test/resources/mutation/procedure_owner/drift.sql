alter procedure shop.clean(integer) owner to mutation_owner;
