alter aggregate shop.total(integer) owner to mutation_owner;
