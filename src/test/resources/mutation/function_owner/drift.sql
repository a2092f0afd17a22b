alter function shop.plain(integer) owner to mutation_owner;
