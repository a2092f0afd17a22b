alter view shop.writable owner to mutation_owner;
